import { latexToText } from '../../shared/latex/latex-text.ts';
import { citationOf } from './citation.ts';
import { keyedInSlices } from './citation-keys.ts';
import { cleanLine } from './clean.ts';
import type { ExportOptions, ExportPaper, KeyedPaper } from './export-paper.ts';
import { orgLink, orgMarkdown, orgText } from './org-text.ts';
import { linkedNote } from './note-links.ts';
import { namedLinks } from './paper-links.ts';
import { WORDS } from './words.ts';

type OrgOptions = Pick<ExportOptions, 'title' | 'notes' | 'summaries' | 'language' | 'citationKey'>;

function entry({ paper, key }: KeyedPaper, options: OrgOptions): string {
  const { row } = paper;
  const words = WORDS[options.language];
  const { title, authors, arxivId, doi, url, note } = citationOf(paper, options);
  const properties = [
    ['CUSTOM_ID', key],
    ['AUTHOR', authors.join(' and ')],
    ['DATE', row.date ?? ''],
    ['VOTES', row.votes === null ? '' : String(row.votes)],
    ['ARXIV', arxivId ?? ''],
    ['DOI', doi ?? ''],
    ['URL', url ?? ''],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`:${name}: ${cleanLine(value)}`]));
  const links = namedLinks(paper.links, options.language).map(({ name, address }) =>
    orgLink(name, address),
  );
  const summary = options.summaries ? orgMarkdown(paper.text) : '';
  return [
    `* ${orgLink(latexToText(title), url)}`,
    [':PROPERTIES:', ...properties, ':END:'].join('\n'),
    authors.map(orgText).join(', '),
    links.join(' · '),
    summary,
    ...(note === '' ? [] : [`** ${words.note}\n\n${orgMarkdown(linkedNote(paper.note ?? ''))}`]),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .replace(/\n\n:PROPERTIES:/, '\n:PROPERTIES:');
}

/** An Org file: a heading with properties for each paper, its summary, and its note below a heading of its own. */
export function* writeOrg(papers: readonly ExportPaper[], options: OrgOptions): Generator<string> {
  yield `#+title: ${orgText(options.title)}\n`;
  yield '#+options: ^:{} toc:nil\n';
  for (const keyed of yield* keyedInSlices(papers, options.citationKey))
    yield `\n${entry(keyed, options)}\n`;
}
