/** An entry of a bibliography that is read in: enough to know which paper it means. */
import type { Identity } from '../digest/identity.ts';
import { arxivIdOf, doiOf, identify } from '../digest/identity.ts';

export interface Fields {
  readonly title: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly addresses: readonly string[];
}

/** An entry without anything that names a paper. */
export interface Unreadable {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export interface References {
  readonly papers: readonly Identity[];
  readonly problems: readonly Unreadable[];
}

/** The paper that an entry means: by arXiv, else DOI, else address, else title, as digests know papers; null for none. */
export function identityOf({ title, doi = '', arxiv = '', addresses }: Fields): Identity | null {
  const links = [
    `arxiv:${arxiv.trim().replace(/^arxiv:/i, '')}`,
    ...addresses.map((address) => address.trim()),
    `doi:${doi.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '')}`,
  ];
  const link =
    links.find((each) => arxivIdOf(each) !== null) ??
    links.find((each) => doiOf(each) !== null) ??
    links.find((each) => /^https?:\/\//i.test(each)) ??
    null;
  return link === null && title.trim() === '' ? null : identify(link, title);
}
