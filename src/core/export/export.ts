/** The formats, by name: each a pure function of papers that gives its text piece by piece. */
import { exportFormats } from '../../shared/export-formats.ts';
import type { ExportFile, ExportFormat } from '../../shared/model.ts';
import { Slicer, type Pause } from '../slices.ts';
import { writeBiblatex, writeBibtex } from './bibtex.ts';
import { writeCslJson } from './csl-json.ts';
import { writeCsv } from './csv.ts';
import { writeDigest } from './digest-markdown.ts';
import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { fileName } from './file-name.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import { obsidianFiles, writeObsidian, type NamedText } from './obsidian.ts';
import { writeOrg } from './org.ts';
import { writeReferences } from './references.ts';
import { writeRis } from './ris.ts';
import type { SavedState } from './saved-state.ts';
import { writeTemplate } from './template.ts';
import { zipped } from './zip.ts';

export type { ExportOptions, ExportPaper } from './export-paper.ts';

type Writer = (
  papers: readonly ExportPaper[],
  options: ExportOptions,
  state: SavedState,
) => Generator<string> | AsyncGenerator<string>;

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  markdown: writeMarkdown,
  html: writeHtml,
  obsidian: writeObsidian,
  org: writeOrg,
  template: writeTemplate,
  references: writeReferences,
  bibtex: writeBibtex,
  biblatex: writeBiblatex,
  ris: writeRis,
  csljson: writeCslJson,
  csv: writeCsv,
  json: writeJson,
  backup: (papers, options, state) => writeJson(papers, { ...options, notes: true }, state),
  digest: writeDigest,
};

/** Papers that go out, with what of the reader's own goes with those formats that hold it. */
export interface ExportInput {
  readonly papers: readonly ExportPaper[];
  readonly state: SavedState;
}

function slices(): Pause {
  const slicer = new Slicer();
  return () => slicer.pause();
}

/** One text of papers, in the order given, written in slices of the thread's time. Errors: template-invalid. */
export async function exportText(
  format: ExportFormat,
  { papers, state }: ExportInput,
  options: ExportOptions,
  pause = slices(),
): Promise<string> {
  let text = '';
  let pieces = 0;
  for await (const piece of WRITERS[format](papers, options, state)) {
    text += piece;
    pieces++;
    await pause(Math.min(1, pieces / (papers.length + 1)));
  }
  return text;
}

/** The same as one file a paper, where the format has that. */
export async function exportFiles(
  { papers }: ExportInput,
  options: ExportOptions,
  pause = slices(),
): Promise<readonly NamedText[]> {
  const files: NamedText[] = [];
  for (const file of obsidianFiles(papers, options)) {
    files.push(file);
    await pause(files.length / papers.length);
  }
  return files;
}

/**
 * A file to save or copy, with a name made of the title. Files of their own for each paper come as a ZIP archive, in
 * base64. Errors: template-invalid.
 */
export async function exportPapers(
  format: ExportFormat,
  input: ExportInput,
  options: ExportOptions,
  pause = slices(),
): Promise<ExportFile> {
  const { ending, options: offered } = exportFormats[format];
  const papers = input.papers.length;
  if (!options.separate || !offered.includes('separate')) {
    const text = await exportText(format, input, options, pause);
    return { name: fileName(options.title, ending), text, papers, encoding: 'utf8' };
  }
  const files = await exportFiles(input, options, pause);
  return {
    name: fileName(options.title, 'zip'),
    text: (await zipped(files)).toString('base64'),
    papers,
    encoding: 'base64',
  };
}
