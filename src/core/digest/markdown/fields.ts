/** Lines that are fields of a paper: `**Authors**: A, B`, `👍 12`, `[arXiv](…) | [PDF](…)`, `링크: https://…`. */
import { withoutEnd } from '../trim.ts';
import { parseAuthors } from '../authors.ts';
import { fieldOf } from '../labels.ts';
import type { Field } from '../labels.ts';
import { isGeneric, linksIn, MAX_LINE, roleOf, withoutLinks } from './links.ts';
import type { TextLink } from './links.ts';

export interface FieldItem {
  readonly field: Field;
  /** Without its label and the emphasis around. */
  readonly value: string;
  readonly links: readonly TextLink[];
}

const SEPARATOR = /\s+[|｜·•‧/]\s+|\s*[｜|]\s*(?=\[)|(?<=\))\s*[,，、]\s*(?=\[)/;
const THUMB = '(?:👍|👏|⬆️?|🔼|🔺|▲|❤️?|♥️?|🔥|🤗|⭐️?)';
const UNIT = '(?:votes?|upvotes?|likes?|票|표|赞|추천|いいね)';
const VOTES = new RegExp(
  `^[*_\\s(]*(?:${THUMB}\\s*[:：]?\\s*[*_]*\\s*(\\d[\\d,]*)\\s*${UNIT}?|(\\d[\\d,]*)[*_\\s]*${UNIT})[*_\\s)]*$`,
  'iu',
);

/** Without what makes it a quotation, a list item or a task. */
export function withoutMarker(line: string): string {
  return line
    .replace(/^[\s>]*/, '')
    .replace(/^(?:[-*+]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The fields that a line is made of, nothing besides; null when it says more (it is text then). */
export function readFields(line: string): readonly FieldItem[] | null {
  const text = withoutMarker(line);
  if (text === '' || text.length > MAX_LINE) return null;
  return readParts(text) ?? readItem(text);
}

/** Several fields of one line, each of them one: `Votes: 3 · [PDF](…)`. */
function readParts(text: string): readonly FieldItem[] | null {
  const parts = text.split(SEPARATOR).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > 20) return null;
  const items: FieldItem[] = [];
  for (const part of parts) {
    const found = readItem(part.trim());
    if (found === null) return null;
    items.push(...found);
  }
  return items;
}

/** The number of a votes' text: `12`, `1,234 upvotes`; null when it is none. */
export function countOf(text: string): number | null {
  const digits = /^[^\p{L}\p{N}]{0,6}(\d[\d,]*)(?!\.?\d)/u.exec(text)?.[1]?.replaceAll(',', '');
  const count = Number(digits ?? 'none');
  return Number.isSafeInteger(count) ? count : null;
}

function readItem(text: string): readonly FieldItem[] | null {
  const votes = VOTES.exec(text);
  if (votes !== null) return [{ field: 'votes', value: votes[1] ?? votes[2] ?? '', links: [] }];
  return readLabelled(text) ?? readLinks(text);
}

/** `Label: value`, or `**Label** value`; emphasis and emoji may stand around the label, and the colon in- or outside of it. */
function readLabelled(text: string): readonly FieldItem[] | null {
  const [, label, value] =
    /^([^:：[\]()（）|]{1,60})[:：](?!\/\/)(.*)$/su.exec(text) ??
    /^\*\*([^*:：]{1,40})\*\*\s+(.+)$/su.exec(text) ??
    [];
  const field = label === undefined ? null : fieldOf(label);
  if (field === null || value === undefined) return null;
  const bare = withoutEmphasis(value);
  const links = linksIn(bare);
  switch (field) {
    case 'votes':
      return countOf(bare) !== null || bare === '-' ? [{ field, value: bare, links }] : null;
    case 'link':
    case 'pdf':
    case 'code':
    case 'project':
    case 'id':
    case 'doi': {
      const rest = withoutLinks(bare, links);
      if (links.length > 0)
        return (rest.match(/\p{L}{3,}/gu)?.length ?? 0) > 2
          ? null
          : [{ field, value: bare, links }];
      const named = linksIn(`${field === 'doi' ? 'doi' : 'arXiv'}:${bare}`);
      return named.length > 0 ? [{ field, value: bare, links: named }] : null;
    }
    case 'title':
    case 'authors':
    case 'stars':
    case 'date':
    case 'institutions':
    case 'abstract':
    case 'aiSummary':
    case 'keywords':
    case 'media':
      return bare === '' ? null : [{ field, value: bare, links }];
  }
}

/** A line of links alone, with nothing but names of links beside them. */
function readLinks(text: string): readonly FieldItem[] | null {
  const links = linksIn(text);
  const [first] = links;
  if (first === undefined || !links.every(({ label }) => isGeneric(label))) return null;
  const rest = withoutLinks(text, links)
    .split(/[\s|｜·•,，、/:：()[\]]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (!rest.every((word) => fieldOf(word) !== null)) return null;
  return links.map((link) => ({ field: roleOf(link) ?? 'link', value: link.label, links: [link] }));
}

export function withoutEmphasis(text: string): string {
  return text
    .trim()
    .replace(/^[*_]{1,3}\s*|\s*[*_]{1,3}$/g, '')
    .trim();
}

/** Names of an authors' field: links and emphasis taken off, separated in any of the four languages' ways. */
export function namesIn(value: string): readonly string[] {
  const plain = value.replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1').replace(/\*\*|__/g, '');
  if (plain.trim().startsWith('[')) return parseAuthors(plain);
  return plain
    .split(/[,，、;；]|\s(?:and|&|[·•])\s/)
    .flatMap((name) => parseAuthors(withoutEnd(name.replace(/^[*_\s]+/, ''), /[*_\s]/)));
}
