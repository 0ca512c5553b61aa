/** RSS 2.0, RSS 1.0 and Atom, as arXiv and others print them. Each entry is parsed alone, so that a broken one costs only itself. */
import { cleanLine } from '../../export/clean.ts';
import { XMLParser } from 'fast-xml-parser';
import { parseAuthors } from '../authors.ts';
import { dateOfTime } from '../dates.ts';
import type { DigestProblem } from '../digest.ts';
import { mediaOf } from '../media.ts';
import { isPaperLink, paperAddress } from '../paper-links.ts';
import { proseMarkdown } from '../plain-text.ts';
import { isRecord } from '../record.ts';
import { decode, lineCounter } from '../source.ts';
import type { Source } from '../source.ts';
import { entryFormat, withoutTitle } from './entries.ts';
import type { Entries, Entry } from './entries.ts';
import { htmlText, xmlText } from './html-text.ts';

const FEED = /^\s*<[^]*?<(?:rss|feed|rdf:RDF)[\s>]|^\s*<(?:rss|feed|rdf:RDF)[\s>]/i;
/** A longer entry is no paper. */
const MAX_ENTRY = 1024 * 1024;

/** Entities of the document's own are never expanded (the five of XML and numbers are, by `xmlText`), names keep their prefix. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  maxNestedTags: 50,
});

export const feed = entryFormat('feed', (source) =>
  FEED.test(source.view.slice(source.start, source.start + 4_096)) ? readFeed(source) : null,
);

function readFeed(source: Source): Entries {
  const { view } = source;
  const entries: Entry[] = [];
  const problems: DigestProblem[] = [];
  const lineOf = lineCounter(source);
  const open = /<(item|entry)[\s>]/gi;
  open.lastIndex = source.start;
  let day: string | null = null;
  for (let match = open.exec(view); match !== null; match = open.exec(view)) {
    const { index } = match;
    if (entries.length + problems.length === 0)
      day = dayOfFeed(decode(source, source.start, index));
    const mark = `</${match[1] ?? ''}>`;
    const close = view.indexOf(mark, index);
    const end = close === -1 ? view.length : close + mark.length;
    const line = lineOf(index);
    const entry =
      close === -1 || end - index > MAX_ENTRY ? null : readEntry(decode(source, index, end));
    if (entry === null) {
      const message = 'An entry is not valid XML: it is not shown.';
      problems.push({ code: 'entry-unreadable', message, line });
    } else if (entry.title === '') problems.push(withoutTitle(line));
    else
      entries.push({
        ...entry,
        days: { ...entry.days, file: day },
        range: { start: index, end },
        line,
      });
    if (close === -1) break;
    open.lastIndex = end;
  }
  return entries.some(({ links }) => links.some(isPaperLink))
    ? { entries, problems }
    : { entries: [], problems: [] };
}

/** Of the channel's or feed's own elements, which stand above its entries. */
function dayOfFeed(head: string): string | null {
  const printed = /<(pubDate|lastBuildDate|dc:date|updated)>([^<]{1,100})</i.exec(head)?.[2];
  return printed === undefined ? null : dateOfTime(printed);
}

function readEntry(xml: string): Omit<Entry, 'range' | 'line'> | null {
  const elements = parse(xml);
  if (elements === null) return null;
  const printed = textOf(elements['title']);
  const summary = textOf(elements['summary'] ?? elements['description'] ?? elements['content']);
  const { pages, pdf } = linksOf(elements);
  const day = [elements['pubDate'], elements['dc:date'], elements['published'], elements['updated']]
    .map((value) => dateOfTime(textOf(value)))
    .find((date) => date !== null);
  const categories = list(elements['category']).flatMap((one) => {
    const term = isRecord(one) ? one['@term'] : undefined;
    const name = typeof term === 'string' ? xmlText(term) : textOf(one);
    return name.trim() === '' ? [] : [proseMarkdown(name)];
  });
  const abstract = proseMarkdown(
    htmlText(summary)
      .replace(/^arXiv:\S+ +Announce Type:.*\n?\s*/i, '')
      .replace(/^Abstract:\s*/i, ''),
  );
  return {
    // Older feeds of arXiv have `(arXiv:2402.01391v1 [cs.CL])` behind the title.
    title: cleanLine(htmlText(printed)).replace(/\.? ?\(arXiv:[^()]*\)$/i, ''),
    links: pages,
    pdf,
    project: null,
    code: null,
    authors: authorsOf(elements),
    votes: null,
    media: list(elements['media:content'])
      .concat(list(elements['enclosure']))
      .flatMap((one) => {
        const url = isRecord(one) ? one['@url'] : undefined;
        return typeof url === 'string' ? (mediaOf(xmlText(url)) ?? []) : [];
      }),
    days: { heading: null, file: null, entry: day ?? null },
    text: [
      abstract,
      ...(categories.length === 0 ? [] : [`**Categories:** ${categories.join(', ')}`]),
    ]
      .filter((block) => block !== '')
      .join('\n\n'),
  };
}

function parse(xml: string): Readonly<Record<string, unknown>> | null {
  try {
    const document: unknown = parser.parse(xml);
    const root = isRecord(document) ? (document['item'] ?? document['entry']) : null;
    return isRecord(root) ? root : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function linksOf(elements: Readonly<Record<string, unknown>>): {
  pages: string[];
  pdf: string | null;
} {
  const pages: string[] = [];
  let pdf: string | null = null;
  const add = (printed: string): void => {
    const address = paperAddress(xmlText(printed));
    if (address !== null && !pages.includes(address)) pages.push(address);
  };
  for (const link of list(elements['link'])) {
    const href = isRecord(link) ? link['@href'] : undefined;
    if (typeof href !== 'string') add(textOf(link));
    else if (isRecord(link) && link['@title'] === 'pdf') pdf ??= paperAddress(xmlText(href));
    else if (isRecord(link) && (link['@rel'] ?? 'alternate') === 'alternate') add(href);
  }
  for (const name of ['id', 'guid', '@rdf:about']) add(textOf(elements[name]));
  for (const name of ['arxiv:doi', 'prism:doi', 'dc:identifier']) {
    const doi = textOf(elements[name]).trim();
    if (/^(?:doi:)?10\./i.test(doi)) add(doi);
  }
  return { pages, pdf };
}

function authorsOf(elements: Readonly<Record<string, unknown>>): readonly string[] {
  const named = list(elements['author'])
    .flatMap((one) => (isRecord(one) ? list(one['name']) : []))
    .map(textOf);
  if (named.length > 0) return named.map(htmlText);
  const creators = [...list(elements['dc:creator']), ...list(elements['author'])].map(textOf);
  return creators.flatMap((names) => parseAuthors(htmlText(names)));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
}

function textOf(value: unknown): string {
  const text = isRecord(value) ? value['#text'] : value;
  return typeof text === 'string' ? xmlText(text) : '';
}
