/**
 * Links from a note to other papers, as wikis and Obsidian write them: `[[arxiv:2402.01391|StepCoder]]`. What comes before
 * the bar is the paper's identity, so a link outlives a retitled paper; the title behind it is for people and may be left out.
 */
import type { PaperId } from './model.ts';

export interface WikiLink {
  readonly paper: PaperId;
  /** As written; null when only the identity is. */
  readonly title: string | null;
  readonly from: number;
  readonly to: number;
}

/** Neither part may begin another link, so that an unfinished one swallows nothing and every text is read in one pass. */
const LINK = /\[\[([^[\]|\n]{1,4000})(?:\|((?:(?!\[\[)[^\n]){0,1000}?))?\]\](?!\])/g;

const ARXIV = /^(?:arxiv:)?(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?\/\d{7})(?:v\d+)?$/i;
const DOI = /^(?:doi:)?(10\.\d{4,9}\/\S+)$/i;

/** The links of a text, in order. What stands between double brackets and is no identity of a paper is no link. */
export function wikiLinks(text: string): readonly WikiLink[] {
  const links: WikiLink[] = [];
  if (!text.includes('[[')) return links;
  for (const match of text.matchAll(LINK)) {
    const paper = paperOf(match[1] ?? '');
    if (paper === null) continue;
    const title = match[2]?.trim() ?? '';
    const from = match.index;
    links.push({ paper, title: title === '' ? null : title, from, to: from + match[0].length });
  }
  return links;
}

/** The link that a text begins with, or null. */
export function wikiLinkAt(text: string): WikiLink | null {
  const end = text.startsWith('[[') ? text.indexOf('\n') : 0;
  const [first] = wikiLinks(end < 0 ? text.slice(0, 6_000) : text.slice(0, Math.min(end, 6_000)));
  return first?.from === 0 ? first : null;
}

/** Writes a link to a paper. */
export function formatWikiLink(paper: PaperId, title: string): string {
  const target = paper.replace(
    /[%[\]|\n]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  // A title that looks like the end or beginning of a link is set apart by spaces.
  const shown = title
    .replace(/\s+/g, ' ')
    .replace(/\[(?=\[)/g, '[ ')
    .replace(/\](?=\])/g, '] ')
    .trim()
    .slice(0, 1_000);
  return shown === '' ? `[[${target}]]` : `[[${target}|${shown}]]`;
}

function paperOf(written: string): PaperId | null {
  const target = written
    .trim()
    .replace(/%(25|5B|5D|7C|0A)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const arxiv = ARXIV.exec(target)?.[1];
  if (arxiv !== undefined) return `arxiv:${arxiv.toLowerCase()}`;
  const doi = DOI.exec(target)?.[1];
  if (doi !== undefined) return `doi:${doi.toLowerCase()}`;
  return /^(?:arxiv|doi|url|title):\S/.test(target) && target.length <= 2_000 ? target : null;
}
