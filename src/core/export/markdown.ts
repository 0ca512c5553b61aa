import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { cleanLines, webAddress } from './clean.ts';
import { embeddedMarkdown, markdownLink, markdownText } from './markdown-text.ts';

function links(paper: ExportPaper): readonly string[] {
  const { abstract, pdf, project, code } = paper.links;
  const named = [
    ['Abstract', abstract],
    ['PDF', pdf],
    ['Project', project],
    ['Code', code],
  ] as const;
  return named
    .filter(([, address]) => webAddress(address) !== null)
    .map(([name, address]) => markdownLink(name, address));
}

/** The note as a labelled quotation; '' for an empty one. */
function quote(note: string): string {
  const clean = cleanLines(note).trim();
  if (clean === '') return '';
  const lines = clean.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return ['> **Note**', '>', ...lines].join('\n');
}

function section(paper: ExportPaper, notes: boolean): string {
  const { title, authors, date, votes } = paper.row;
  const facts = [
    ...(date === null ? [] : [`Date: ${markdownText(date)}`]),
    ...(votes === null ? [] : [`Votes: ${votes}`]),
    ...links(paper),
  ];
  return [
    `## ${markdownLink(title, paper.links.page ?? paper.links.abstract)}`,
    authors.length === 0 ? '' : `Authors: ${authors.map(markdownText).join(', ')}`,
    facts.join(' · '),
    embeddedMarkdown(paper.text),
    notes ? quote(paper.note ?? '') : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** One Markdown text: a heading for each paper, with its authors, date, votes, links and summary; its note as a quotation. */
export function toMarkdown(papers: readonly ExportPaper[], options: ExportOptions): string {
  const sections = papers.map((paper) => section(paper, options.notes));
  return `${[`# ${markdownText(options.title)}`, ...sections].join('\n\n')}\n`;
}
