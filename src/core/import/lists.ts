/** RIS, CSL-JSON and pasted links as papers. */
import { z } from 'zod';
import type { Identity } from '../digest/identity.ts';
import { arxivIdOf, identify } from '../digest/identity.ts';
import type { Pause } from '../slices.ts';
import { identityOf, type References, type Unreadable } from './reference.ts';

/** Reads RIS: `TY  - ` to `ER  - `; what stands outside of records is passed over. */
export async function readRis(text: string, pause: Pause): Promise<References> {
  const papers: Identity[] = [];
  const problems: Unreadable[] = [];
  let fields = new Map<string, string[]>();
  let start = 0;
  const lines = text.split(/\r\n?|\n/);
  for (const [index, line] of lines.entries()) {
    await pause(index / lines.length);
    const [, tag = '', value = ''] = /^\s*([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line) ?? [];
    if (tag === 'TY') {
      fields = new Map();
      start = index + 1;
    }
    if (tag !== 'ER') {
      fields.set(tag, [...(fields.get(tag) ?? []), value.trim()]);
      continue;
    }
    const get = (...names: string[]): readonly string[] =>
      names.flatMap((name) => fields.get(name) ?? []);
    const title = get('TI', 'T1')[0] ?? '';
    const paper = identityOf({
      title,
      doi: get('DO')[0] ?? '',
      arxiv:
        get('AN', 'M1').find((each) => arxivIdOf(`arxiv:${each.replace(/^arxiv:/i, '')}`)) ?? '',
      addresses: get('UR', 'L1', 'L2'),
    });
    if (paper !== null) papers.push(paper);
    else problems.push({ line: start, text: line });
    fields = new Map();
  }
  return { papers, problems };
}

const cslItem = z.object({
  title: z.string().optional().catch(''),
  DOI: z.string().optional().catch(''),
  URL: z.string().optional().catch(''),
  number: z.union([z.string(), z.number()]).optional().catch(''),
});

/** Reads an array of CSL items; one that is none is told by its place. */
export async function readCslJson(items: readonly unknown[], pause: Pause): Promise<References> {
  const papers: Identity[] = [];
  const problems: Unreadable[] = [];
  for (const [index, item] of items.entries()) {
    await pause(index / items.length);
    const read = cslItem.safeParse(item);
    const { title = '', DOI = '', URL: url = '', number = '' } = read.data ?? {};
    const arxiv = /^arxiv:/i.test(String(number)) ? String(number) : '';
    const paper = read.success ? identityOf({ title, doi: DOI, arxiv, addresses: [url] }) : null;
    if (paper !== null) papers.push(paper);
    else problems.push({ line: index + 1, text: JSON.stringify(item).slice(0, 100) });
  }
  return { papers, problems };
}

const LINK =
  /https?:\/\/[^\s<>"'()[\]{}]+|\b(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?\b|\barxiv:[a-z-]+\/\d{7}\b|\bdoi:10\.\d{4,9}\/\S+/gi;

/** The links and arXiv identifiers in a text, in order; a line with words and none of them is told. */
export async function readLinks(text: string, pause: Pause): Promise<References> {
  const papers: Identity[] = [];
  const problems: Unreadable[] = [];
  const lines = text.split(/\r\n?|\n/);
  for (const [index, line] of lines.entries()) {
    await pause(index / lines.length);
    const found = line.match(LINK) ?? [];
    for (const link of found) {
      const isBare = /^\d/.test(link);
      papers.push(identify((isBare ? `arxiv:${link}` : link).replace(/[.,;:]+$/, ''), link));
    }
    if (found.length === 0 && line.trim() !== '') {
      problems.push({ line: index + 1, text: line.trim().slice(0, 100) });
    }
  }
  return { papers, problems };
}
