/** CSL-JSON (citeproc-js.readthedocs.io/en/latest/csl-json), which Zotero, pandoc and CSL processors read. */
import { latexToText } from '../../shared/latex/latex-text.ts';
import { citationOf } from './citation.ts';
import { keyedInSlices } from './citation-keys.ts';
import { cleanLines } from './clean.ts';
import type { ExportOptions, ExportPaper, KeyedPaper } from './export-paper.ts';
import { personName } from './names.ts';

type CslOptions = Pick<ExportOptions, 'notes' | 'summaries' | 'citationKey'>;

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

export interface CslItem {
  readonly id: string;
  /** CSL's type for preprints. */
  readonly type: 'article';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly publisher?: string;
  readonly number?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly annote?: string;
}

function cslName(printed: string): CslName {
  const name = personName(printed);
  if (name.kind === 'whole') return { literal: name.name };
  const { family, given, particle, suffix } = name;
  return {
    family,
    given,
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

/** A paper as a CSL item, its title with Unicode instead of LaTeX. */
export function toCslItem({ paper, key }: KeyedPaper, options: CslOptions): CslItem {
  const { title, authors, year, month, arxivId, doi, url, note } = citationOf(paper, options);
  const abstract = options.summaries ? cleanLines(paper.text).trim() : '';
  return {
    id: key,
    type: 'article',
    title: latexToText(title),
    ...(authors.length === 0 ? {} : { author: authors.map(cslName) }),
    ...(year === null
      ? {}
      : { issued: { 'date-parts': [month === null ? [year] : [year, month]] } }),
    ...(arxivId === null ? {} : { publisher: 'arXiv', number: `arXiv:${arxivId}` }),
    ...(doi === null ? {} : { DOI: doi }),
    ...(url === null ? {} : { URL: url }),
    ...(/\p{Script=Hangul}/u.test(title) ? { language: 'ko-KR' } : {}),
    ...(abstract === '' ? {} : { abstract }),
    ...(note === '' ? {} : { annote: note }),
  };
}

/** A JSON array of CSL items in UTF-8, one a line or so. */
export function* writeCslJson(
  papers: readonly ExportPaper[],
  options: CslOptions,
): Generator<string> {
  yield '[';
  let gap = '\n';
  for (const keyed of yield* keyedInSlices(papers, options.citationKey)) {
    const json = JSON.stringify(toCslItem(keyed, options), null, 2).replace(/^/gm, '  ');
    yield `${gap}${json}`;
    gap = ',\n';
  }
  yield gap === '\n' ? ']\n' : '\n]\n';
}
