/** Papers that are items of lists: `- [Title](url) — authors. text`. */
import { withoutEnd } from '../trim.ts';
import { isPaperLink } from '../paper-links.ts';
import { namesIn, readFields, withoutEmphasis } from './fields.ts';
import { isBlank } from './lines.ts';
import type { Line } from './lines.ts';
import { isGeneric, linksIn, MAX_LINE } from './links.ts';
import type { TextLink } from './links.ts';
import { PaperDraft } from './paper.ts';
import { cleanTitle, isPart, isReferences, readTitle } from './titles.ts';

const ITEM = /^(\s*)(?:[-*+]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/;

export interface FoundPaper {
  readonly draft: PaperDraft;
  /** Index of its first line, and after its last. */
  readonly at: number;
  readonly end: number;
}

/** The paper that the item at line `at` is; null when there is no item, or it is of something else. */
export function readListItem(lines: readonly Line[], at: number, limit: number): FoundPaper | null {
  const line = lines[at];
  if (line === undefined || line.isCode || line.text.length > MAX_LINE) return null;
  const [, indent, content] = ITEM.exec(line.text) ?? [];
  if (indent === undefined || content === undefined) return null;
  const head = readHead(content);
  if (head === null) return null;
  const end = endOfItem(lines, at, limit, indent.length);
  const nested = lines.slice(at + 1, end);
  if (!head.isPaper && !nested.slice(0, 12).some(leadsToPaper)) return null;

  const draft = new PaperDraft(head.title);
  if (head.link !== null) draft.addLink(head.link, isPaperLink(head.link.address));
  for (const link of head.links) draft.addLink(link);
  draft.votes = head.votes;
  const { authors, text } = readRest(head.rest);
  if (authors.length > 0) draft.authors = authors;
  if (text !== '') draft.text.push(text);
  const margin = Math.min(
    ...nested.filter((one) => !isBlank(one)).map((one) => one.text.search(/\S/)),
  );
  if (nested.length > 0 && text !== '') draft.text.push('');
  draft.addLines(nested, (nestedText) => nestedText.slice(Number.isFinite(margin) ? margin : 0));
  return { draft, at, end };
}

/** Whether a line is an item of a list with a paper's title and link. */
export function isPaperItem({ text, isCode }: Line): boolean {
  const content = isCode || text.length > MAX_LINE ? undefined : ITEM.exec(text)?.[2];
  return content !== undefined && readFields(text) === null && readHead(content)?.isPaper === true;
}

function leadsToPaper(line: Line): boolean {
  if (line.isCode) return false;
  return (
    readFields(line.text)?.some(({ links }) => links.some(({ address }) => isPaperLink(address))) ??
    false
  );
}

interface Head {
  readonly title: string;
  readonly link: TextLink | null;
  readonly links: readonly TextLink[];
  readonly votes: number | null;
  readonly rest: string;
  /** Whether a link of its line leads to a paper. */
  readonly isPaper: boolean;
}

/** Words that may stand before a linked title: an emoji, a number, a date, a short label with its colon or brackets. */
const BEFORE = /^(?:[^\p{L}]*|[^\p{L}]*[\p{L}\p{N}\p{P} ]{1,30}[:：\])】][^\p{L}]*)$/u;

const MAX_BEFORE = 200;

function readHead(content: string): Head | null {
  const links = linksIn(content);
  const [first] = links;
  const bold = /^[^\p{L}\p{N}*_[]*(?:\*\*|__)(.+?)(?:\*\*|__)(.*)$/u.exec(content);
  if (first === undefined) {
    const title = bold?.[1] === undefined ? '' : cleanTitle(withoutEnd(bold[1], /[\s:：]/));
    return title === ''
      ? null
      : { title, link: null, links: [], votes: null, rest: bold?.[2] ?? '', isPaper: false };
  }
  const before = content.slice(0, first.start);
  const { votes } = readTitle(content);
  if (!isGeneric(first.label) && before.length <= MAX_BEFORE && BEFORE.test(before)) {
    const beside = links.filter((link) => link !== first && isGeneric(link.label));
    const isPaper =
      isPaperLink(first.address) || beside.some(({ address }) => isPaperLink(address));
    const title = cleanTitle(first.label);
    if (!/\p{L}/u.test(title)) return null;
    const rest = without(content.slice(first.end), beside, first.end);
    return { title, link: first, links: beside, votes, rest, isPaper };
  }
  // `**Title**, authors [paper](…)` and `Title. [arXiv](…)`: the links stand behind, and name what they lead to.
  const own = links.filter(({ label }) => isGeneric(label));
  if (!own.some(({ address }) => isPaperLink(address))) return null;
  const [, titled, tail] = bold ?? [];
  if (titled !== undefined && tail !== undefined) {
    const from = content.length - tail.length;
    const title = cleanTitle(withoutEnd(titled, /[\s:：.]/));
    if (title === '' || from > first.start) return null;
    return { title, link: null, links: own, votes, rest: without(tail, own, from), isPaper: true };
  }
  const last = links.at(-1) ?? first;
  const title = cleanTitle(withoutEnd(before, /[\s([|｜:：.,–—-]/));
  if (isPart(title) || isReferences(title)) return null;
  const isWhole = !/\p{L}{2}/u.test(
    without(content.slice(first.end, last.end), own, first.end) + content.slice(last.end),
  );
  if (!isWhole || !/\p{L}/u.test(title) || /[.!?。] /.test(title) || title.length > 300)
    return null;
  return { title, link: null, links: own, votes, rest: '', isPaper: true };
}

/** A text that begins at `offset` of its line, without these links and the brackets that only they stood in. */
function without(text: string, links: readonly TextLink[], offset: number): string {
  let rest = '';
  let end = 0;
  for (const link of links) {
    if (link.start < offset) continue;
    rest += text.slice(end, link.start - offset);
    end = link.end - offset;
  }
  return (rest + text.slice(end)).replace(/[[(（][|｜/·•,，、\s]*[\])）]/g, ' ');
}

/** What stands behind a title: names up to the first full stop, where they are names, and text. */
function readRest(printed: string): { readonly authors: readonly string[]; readonly text: string } {
  const rest = withoutEmphasis(
    withoutEnd(
      printed.replace(/\s+/g, ' ').replace(/^[\s*_]*(?:[|｜·•:：,–—]|-(?=\s))*\s*/, ''),
      /[\s|｜·•]/,
    ),
  );
  const [, by] = /^by\s+(.*)$/is.exec(rest) ?? [];
  const text = by ?? rest;
  const stop = /(?<!\b\p{Lu})(?<!\bal)[.。](?=\s|$)|[–—|｜:：](?=\s)/u.exec(text);
  const end = stop?.index ?? text.length;
  const names = namesIn(text.slice(0, end).replace(/^[(（](.*)[)）]$/s, '$1'));
  if (
    names.length === 0 ||
    !names.every((name) => isName(name, by !== undefined || names.length > 1))
  ) {
    return { authors: [], text: rest };
  }
  return { authors: names, text: text.slice(end).replace(/^[.。–—|｜:：\s]+/, '') };
}

/** Whether words are someone's name. One alone is a name only where it says so, or is of two or three capitalised words. */
function isName(words: string, isSure: boolean): boolean {
  if (/^(?:[가-힣]{2,4}|[\p{Script=Han}·]{2,5}|[\p{Script=Katakana}・ー ]{2,20})$/u.test(words))
    return isSure;
  if (/^et al\.?$|^等$|^외(?: \d+인)?$/u.test(words)) return isSure;
  const parts = words.split(/\s+/);
  const name =
    /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|d[aeiu]|v[ao]n|der|den|de[lr]|la|le|bin|ibn|al-?\p{L}*|y|e)$/u;
  return (
    parts.length <= 5 &&
    parts.length >= (isSure ? 1 : 2) &&
    parts.every((part) => name.test(part)) &&
    /^\p{Lu}/u.test(words)
  );
}

/** Index after the item's last line: lines further in, and blank ones between them. */
function endOfItem(lines: readonly Line[], at: number, limit: number, indent: number): number {
  let end = at + 1;
  for (let next = at + 1; next < limit; next += 1) {
    const line = lines[next];
    if (line === undefined) break;
    if (isBlank(line)) continue;
    if (line.text.search(/\S/) > indent) end = next + 1;
    else if (
      end === next &&
      !ITEM.test(line.text) &&
      !/^\s*(?:[#>|<]|[-*_]{3,}\s*$|\*\*|!?\[)/.test(line.text)
    )
      end = next + 1;
    else break;
  }
  return end;
}
