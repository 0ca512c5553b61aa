import { assertNever } from '../../shared/errors.ts';
import type { ExportFile, ExportFormat } from '../../shared/model.ts';
import { toBibtex } from './bibtex.ts';
import { toDigest } from './digest-markdown.ts';
import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { fileName } from './file-name.ts';
import { toMarkdown } from './markdown.ts';

export type { ExportOptions, ExportPaper } from './export-paper.ts';

/** Writes papers, in the order given, as one text, and suggests a file name made of the title. */
export function exportPapers(
  format: ExportFormat,
  papers: readonly ExportPaper[],
  options: ExportOptions,
): ExportFile {
  const file = (ending: string, text: string): ExportFile => ({
    name: fileName(options.title, ending),
    text,
    papers: papers.length,
  });
  switch (format) {
    case 'markdown':
      return file('md', toMarkdown(papers, options));
    case 'bibtex':
      return file('bib', toBibtex(papers, options));
    case 'digest':
      return file('md', toDigest(papers));
    default:
      return assertNever(format);
  }
}
