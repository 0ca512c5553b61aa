/**
 * Papers as a digest in the shape of the daily papers, which Lectern reads back as it was: every line is chosen by what the
 * reader makes of it (digest/formats/daily-markdown.ts).
 */
import type { Media } from '../../shared/model.ts';
import { parseAuthors } from '../digest/authors.ts';
import { eachLine } from '../digest/formats/daily-headings.ts';
import { readLinkedText } from '../digest/heading.ts';
import { identify } from '../digest/identity.ts';
import { readMediaLine } from '../digest/media.ts';
import { Section } from '../digest/section.ts';
import type { ExportPaper } from './export-paper.ts';

/** One Markdown text, a day at a time: newest day first, papers of no day last; within a day in the order given. */
export function* writeDigest(papers: readonly ExportPaper[]): Generator<string> {
  const days = new Map<string, ExportPaper[]>();
  for (const paper of papers) {
    const date = paper.row.date ?? '';
    const day = days.get(date);
    if (day === undefined) days.set(date, [paper]);
    else day.push(paper);
  }
  const newestFirst = [...days].sort(([a], [b]) => (a < b ? 1 : -1));
  for (const [at, [date, day]] of newestFirst.entries()) {
    yield (at === 0 ? '' : '\n') + dayOf(date, day);
  }
}

function dayOf(date: string, papers: readonly ExportPaper[]): string {
  const heading = `## Daily Papers${date === '' ? '' : ` (${date})`}\n`;
  let text = heading;
  let leavesCodeOpen = false;
  for (const paper of papers) {
    const title = titleOf(paper);
    // In code that a summary left open, only a linked title or a day ends the text.
    if (leavesCodeOpen && !title.includes('](')) text += `\n${heading}`;
    text += `\n${[title, ...fieldsOf(paper), paper.text].filter((block) => block !== '').join('\n\n')}\n`;
    leavesCodeOpen = endsInCode(paper.text);
  }
  return text;
}

/** The title, linked to what the paper is known by. */
function titleOf({ row, links, arxivId }: ExportPaper): string {
  const title = row.title.replace(/[\r\n]+/g, ' ');
  const known = /^(?:url|doi):(.*)$/.exec(row.id)?.[1] ?? null;
  const addresses = [
    links.page,
    arxivId === null ? null : `https://arxiv.org/abs/${arxivId}`,
    links.abstract,
    links.pdf,
    known === null || /^https?:/.test(known) ? known : `https://doi.org/${known}`,
  ];
  for (const address of addresses) {
    if (address === null || identify(address, title).id !== row.id) continue;
    // A title that looks like a link itself would end the label: the link then stands before it.
    for (const heading of [`[${title}](${address})`, `[](${address})${title}`]) {
      const read = readLinkedText(heading);
      if (read.text === title && read.link === address) return `### ${heading}`;
    }
  }
  return `### ${title}`;
}

function fieldsOf({ row, media }: ExportPaper): readonly string[] {
  const { votes, authors } = row;
  return [
    media.flatMap((medium) => mediaLine(medium) ?? []).join('\n'),
    `Vote: ${votes === null ? '-' : String(votes)}`,
    `Authors: ${authorsLine(authors)}`,
  ];
}

/** The first way of writing a medium that is read as it; null when there is none. */
function mediaLine(medium: Media): string | null {
  const { url, kind } = medium;
  const ways = [
    kind === 'image' ? `![](${url})` : `[Watch Video](${url})`,
    kind === 'image' ? `<img src="${url}">` : `<video src="${url}"></video>`,
    kind === 'image' ? `<img src='${url}'>` : `<video src='${url}'></video>`,
  ];
  const isRead = (line: string): boolean => {
    const [only, ...more] = readMediaLine(line)?.media ?? [];
    return more.length === 0 && only?.url === url && only.kind === kind;
  };
  return ways.find(isRead) ?? null;
}

/** `-` for none; a comma list, or a printed Python list when a name has a comma or the like in it. */
function authorsLine(authors: readonly string[]): string {
  if (authors.length === 0) return '-';
  const printed = authors.join(', ');
  const read = parseAuthors(printed);
  const isRead =
    read.length === authors.length && read.every((name, index) => name === authors[index]);
  if (isRead) return printed;
  return `[${authors.map((name) => `'${name.replace(/[\\']/g, '\\$&')}'`).join(', ')}]`;
}

function endsInCode(text: string): boolean {
  const section = new Section((start, end) => text.slice(start, end));
  eachLine(text, 0, (start, end, next) => section.add(text, start, end, next));
  return section.inCode;
}
