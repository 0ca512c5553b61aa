import { folderIdOf } from './folder-id.ts';
import { Library } from './library.ts';
import type { LibraryPaper } from './library.ts';
import { scanFolder } from './scan.ts';

/** What Lectern makes of a folder of digests. */
export interface CorpusReport {
  /** Files that might be digests, and those that are. */
  readonly files: number;
  readonly digests: number;
  /** Distinct papers, and how often they are printed. */
  readonly papers: number;
  readonly appearances: number;
  /** Of each field, how many papers have it; `abstract` is any text of the paper's own. */
  readonly fields: Readonly<Record<string, number>>;
  /** Appearances beyond each paper's first. */
  readonly duplicates: number;
  readonly problems: readonly {
    readonly file: string;
    readonly code: string;
    readonly message: string;
  }[];
}

const fields: Readonly<Record<string, (paper: LibraryPaper) => boolean>> = {
  votes: (paper) => paper.votes !== null,
  authors: (paper) => paper.authors.length > 0,
  media: (paper) => paper.appearances.some(({ paper: { media } }) => media.length > 0),
  date: (paper) => paper.date !== null,
  abstract: (paper) => paper.appearances.some(({ paper: { body } }) => body.end > body.start),
  link: (paper) => paper.links.page !== null,
  arxiv: (paper) => paper.arxivId !== null,
};

/** Reads a folder as the app does. Rejects with AppError folder-missing, not-a-folder or folder-unreadable. */
export async function corpusReport(root: string): Promise<CorpusReport> {
  const folder = folderIdOf(root);
  const library = new Library();
  const { problems } = await scanFolder({
    root,
    known: new Map(),
    signal: new AbortController().signal,
    onFiles: (files) => void library.setFiles(folder, files),
    onRemoved: () => undefined,
    onProgress: () => undefined,
  });
  const files = [...library.files(folder).values()];
  const papers = [...library.papers.values()];
  const appearances = papers.reduce((sum, paper) => sum + paper.appearances.length, 0);
  return {
    files: files.length,
    digests: files.filter(({ format }) => format !== null).length,
    papers: papers.length,
    appearances,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, has]) => [name, papers.filter(has).length]),
    ),
    duplicates: appearances - papers.length,
    problems: [
      ...problems.map(({ file, code, message }) => ({ file, code, message })),
      ...files.flatMap(({ path, problems: own }) =>
        own.map(({ code, message }) => ({ file: path, code, message })),
      ),
    ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  };
}

/** The report as lines for a terminal. */
export function printReport(report: CorpusReport): string {
  const rows: [string, number][] = [
    ['files', report.files],
    ['digests', report.digests],
    ['papers', report.papers],
    ['appearances', report.appearances],
    ...Object.entries(report.fields).map(([name, count]): [string, number] => [
      `  with ${name}`,
      count,
    ]),
    ['duplicates', report.duplicates],
    ['problems', report.problems.length],
  ];
  const lines = rows.map(([name, count]) => name.padEnd(18) + String(count).padStart(9));
  const problems = report.problems.map(
    ({ file, code, message }) => `  ${file === '' ? '.' : file}: ${code}. ${message}`,
  );
  return [...lines, ...problems].map((line) => `${line}\n`).join('');
}
