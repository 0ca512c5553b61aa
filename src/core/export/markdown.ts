import type { ExportOptions, ExportPaper } from './export-paper.ts';
import { cleanLines } from './clean.ts';
import { embeddedMarkdown, markdownLink, markdownText } from './markdown-text.ts';
import { linkedNote } from './note-links.ts';
import { namedLinks } from './paper-links.ts';
import { WORDS } from './words.ts';

export type MarkdownOptions = Pick<ExportOptions, 'title' | 'notes' | 'summaries' | 'language'>;

/** The note as a labelled quotation; '' for an empty one. */
function quote(label: string, note: string): string {
  const clean = cleanLines(linkedNote(note)).trim();
  if (clean === '') return '';
  const lines = clean.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return [`> **${label}**`, '>', ...lines].join('\n');
}

/** What stands below a paper's title: authors, facts and links, summary, note. */
export function markdownBody(paper: ExportPaper, options: MarkdownOptions): readonly string[] {
  const { authors, date, votes } = paper.row;
  const words = WORDS[options.language];
  const facts = [
    ...(date === null ? [] : [`${words.date}: ${markdownText(date)}`]),
    ...(votes === null ? [] : [`${words.votes}: ${votes}`]),
    ...namedLinks(paper.links, options.language).map(({ name, address }) =>
      markdownLink(name, address),
    ),
  ];
  return [
    authors.length === 0 ? '' : `${words.authors}: ${authors.map(markdownText).join(', ')}`,
    facts.join(' · '),
    options.summaries ? embeddedMarkdown(paper.text) : '',
    options.notes ? quote(words.note, paper.note ?? '') : '',
  ].filter((block) => block !== '');
}

/** One Markdown text: a heading for each paper, with its authors, date, votes, links and summary; its note as a quotation. */
export function* writeMarkdown(
  papers: readonly ExportPaper[],
  options: MarkdownOptions,
): Generator<string> {
  yield `# ${markdownText(options.title)}\n`;
  for (const paper of papers) {
    const link = paper.links.page ?? paper.links.abstract;
    const heading = `## ${markdownLink(paper.row.title, link)}`;
    yield `\n${[heading, ...markdownBody(paper, options)].join('\n\n')}\n`;
  }
}
