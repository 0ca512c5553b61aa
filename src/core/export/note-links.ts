/** Links between papers in notes, for readers that do not know them. */
import type { PaperId } from '../../shared/model.ts';
import { wikiLinks, type WikiLink } from '../../shared/wiki-links.ts';
import { webAddress } from './clean.ts';
import { markdownLink, markdownText } from './markdown-text.ts';

/** Where a paper is found on the web by its identity; null for one known by its title alone. */
export function addressOf(paper: PaperId): string | null {
  const [, kind, name = ''] = /^(arxiv|doi|url):(.+)$/s.exec(paper) ?? [];
  if (kind === 'arxiv') return webAddress(`https://arxiv.org/abs/${name}`);
  return webAddress(kind === 'doi' ? `https://doi.org/${name}` : name);
}

/** A note with each of its links to papers replaced. */
export function replaceLinks(note: string, replace: (link: WikiLink) => string): string {
  let text = '';
  let end = 0;
  for (const link of wikiLinks(note)) {
    text += note.slice(end, link.from) + replace(link);
    end = link.to;
  }
  return text + note.slice(end);
}

/** A link as one of Markdown into the web. */
export function webLink({ paper, title }: WikiLink): string {
  const address = addressOf(paper);
  const text = title ?? paper.replace(/^(?:url|title):/, '');
  return address === null ? markdownText(text) : markdownLink(text, address);
}

/** A note whose links between papers lead into the web. */
export function linkedNote(note: string): string {
  return replaceLinks(note, webLink);
}

/** A note whose links between papers are the papers' titles. */
export function plainNote(note: string): string {
  return replaceLinks(note, ({ title, paper }) => title ?? paper);
}
