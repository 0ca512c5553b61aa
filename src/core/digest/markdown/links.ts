/** The links of a line of Markdown: inline links, addresses in `<…>` or bare, `arXiv:…`, DOIs. */
import { withoutEnd } from '../trim.ts';
import { fieldOf } from '../labels.ts';
import type { Field } from '../labels.ts';
import { isCodeLink, isPaperLink, paperAddress } from '../paper-links.ts';

export interface TextLink {
  /** '' for an address without one. */
  readonly label: string;
  readonly address: string;
  /** Of the whole link in its line. */
  readonly start: number;
  readonly end: number;
}

const LINK =
  /!\[[^[\]]*\]\([^()\s]*\)|(?<!!)\[(?<label>(?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*<?(?<url>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+"[^"]*")?\s*\)|<(?<angled>https?:[^>\s]+)>|(?<bare>https?:\/\/[^\s<>()[\]"'`|*，。、）】」；]+)|(?<arxiv>\barXiv\s?[:：]\s?[\w.-]+(?:\/\d+)?)|(?<doi>\bdoi\s?[:：]\s?10\.\d{4,9}\/[^\s<>()[\]|]+)/gi;
/** A longer line is prose, or no text at all. */
export const MAX_LINE = 64 * 1024;

export function linksIn(text: string): readonly TextLink[] {
  if (text.length > MAX_LINE || !/https?:|\]\(|arxiv|doi/i.test(text)) return [];
  const links: TextLink[] = [];
  for (const match of text.matchAll(LINK)) {
    const { label, url, angled, bare, arxiv, doi } = match.groups ?? {};
    const named = withoutEnd((arxiv ?? doi ?? '').replace(/\s?[:：]\s?/, ':'), /[.,;]/);
    const address = paperAddress(
      url ?? angled ?? (bare === undefined ? undefined : withoutEnd(bare, /[.,;:!?]/)) ?? named,
    );
    if (address === null) continue;
    const start = match.index;
    links.push({ label: (label ?? '').trim(), address, start, end: start + match[0].length });
  }
  return links;
}

/** What a line says besides its links. */
export function withoutLinks(text: string, links: readonly TextLink[]): string {
  let rest = '';
  let end = 0;
  for (const link of links) {
    rest += `${text.slice(end, link.start)} `;
    end = link.end;
  }
  return rest + text.slice(end);
}

/** Of a link, which of a paper's addresses it is, by its label or else by where it leads. */
export function roleOf({ label, address }: Pick<TextLink, 'label' | 'address'>): Field | null {
  const field = fieldOf(label);
  if (field === 'link' || field === 'pdf' || field === 'code' || field === 'project') return field;
  if (isPaperLink(address)) return 'link';
  return isCodeLink(address) ? 'code' : null;
}

const MAX_GENERIC = 2_000;

/** Whether a label names the kind of its link (`PDF`, `논문 링크`, an address), not a paper. */
export function isGeneric(label: string): boolean {
  if (label.length > MAX_GENERIC) return false;
  const bare = withoutEnd(label.replace(/^[^\p{L}\p{N}]+/u, ''), /[^\p{L}\p{N}]/u);
  return (
    bare === '' ||
    fieldOf(label) !== null ||
    /^(?:\d{1,3}|here|link ?\d*|view|open|details?|more|查看|点击(?:查看|这里)?|여기|바로가기|보기|こちら|https?:.*|(?:arxiv:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?|figure|img|image|slides?|video|blog|dataset|data|models?|weights|demo|twitter|x|tweet|bibtex|supp(?:lementary)?|poster|appendix|html|hf|huggingface|hugging face|hf page|hf paper|papers? ?page|arxiv page|abstract page|pdf version|full text)$/i.test(
      bare,
    )
  );
}

const WIKI = /(!?)\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{1,300}))?\]\]/g;

/** Obsidian's `[[note|words]]` as the words, as a link when the note is named by an arXiv identifier; embeds stay. */
export function withoutWikiLinks(text: string): string {
  if (!text.includes('[[')) return text;
  return text.replace(WIKI, (whole, embed: string, target: string, words?: string) => {
    if (embed !== '') return whole;
    const name = target
      .slice(target.lastIndexOf('/') + 1)
      .replace(/[#^].*$/, '')
      .trim();
    const address = /^(?:arxiv[:\s-]*)?\d{4}\.\d{4,5}(?:v\d+)?$/i.test(name)
      ? paperAddress(name.replace(/^arxiv[:\s-]*/i, ''))
      : null;
    const text = words ?? target;
    return address === null ? text : `[${text}](${address})`;
  });
}
