/** The reader's own format: a LiquidJS template, which has no way to code, files or prototypes. */
import { Liquid, LiquidError } from 'liquidjs';
import { DEFAULT_EXPORT_TEMPLATE } from '../../shared/export-formats.ts';
import { AppError } from '../../shared/errors.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import { latexToText } from '../../shared/latex/latex-text.ts';
import { citationOf } from './citation.ts';
import { withKeys } from './citation-keys.ts';
import { cleanLine, cleanLines, webAddress } from './clean.ts';
import { csvCell } from './csv.ts';
import type { ExportOptions, ExportPaper, KeyedPaper } from './export-paper.ts';
import { latexText } from './latex.ts';
import { embeddedMarkdown, markdownText } from './markdown-text.ts';
import { orgMarkdown, orgText } from './org-text.ts';

/** What a template may cost; beyond it is a mistake, such as a loop in a loop over all papers. */
const LIMITS = { parseLimit: 100_000, renderLimit: 10_000, memoryLimit: 200_000_000 } as const;

/** What a template prints of a value: lists in commas, objects as JSON. */
function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).join(', ');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
}

function engine(): Liquid {
  const liquid = new Liquid({
    ...LIMITS,
    strictFilters: true,
    ownPropertyOnly: true,
    // In place of files: there are no other templates.
    templates: {},
  });
  const filters: Readonly<Record<string, (value: string) => string>> = {
    markdown: markdownText,
    latex: latexText,
    html: escapeHtml,
    csv: csvCell,
    org: orgText,
    summary_markdown: embeddedMarkdown,
    summary_org: orgMarkdown,
  };
  liquid.registerFilter('json', (value: unknown) => JSON.stringify(value));
  for (const [name, filter] of Object.entries(filters)) {
    liquid.registerFilter(name, (value: unknown) => filter(text(value)));
  }
  return liquid;
}

/** What a template sees of a paper. */
function scope(
  { paper, key }: KeyedPaper,
  options: ExportOptions,
): Readonly<Record<string, unknown>> {
  const { row, links } = paper;
  const { title, authors, year, month, arxivId, doi, url, pdf, note } = citationOf(paper, options);
  return {
    key,
    id: row.id,
    title: latexToText(title),
    latex_title: title,
    authors,
    date: row.date,
    year,
    month,
    votes: row.votes,
    arxiv: arxivId,
    doi,
    url,
    pdf,
    project: webAddress(links.project),
    code: webAddress(links.code),
    read: row.read,
    starred: row.starred,
    lists: paper.lists.map(cleanLine),
    summary: cleanLines(paper.text).trim(),
    note: note === '' ? null : note,
  };
}

/** Writes papers by the reader's template. Errors: template-invalid, with the template engine's own words. */
export function* writeTemplate(
  papers: readonly ExportPaper[],
  options: ExportOptions,
): Generator<string> {
  const template = options.template.trim() === '' ? DEFAULT_EXPORT_TEMPLATE : options.template;
  const all = withKeys(papers, options.citationKey).map((keyed) => scope(keyed, options));
  const values = { title: cleanLine(options.title), count: all.length, papers: all };
  let written: unknown;
  try {
    written = engine().parseAndRenderSync(template, values);
  } catch (error) {
    // Its errors and its limits are the template's; anything else is ours.
    if (
      !(error instanceof LiquidError) &&
      !(error instanceof Error && /limit/.test(error.message))
    ) {
      throw error;
    }
    const message = error.message.split('\n')[0] ?? '';
    throw new AppError('template-invalid', message, { subject: message, cause: error });
  }
  yield cleanLines(text(written));
}
