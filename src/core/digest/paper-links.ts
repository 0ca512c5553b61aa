import type { PaperLinks } from '../../shared/model.ts';
import { arxivIdOf, doiOf } from './identity.ts';
import { webAddress } from './web-address.ts';

/** Longer addresses lead nowhere that a reader goes, and a title with one would be no heading any more. */
const MAX_ADDRESS = 2_000;

/** Pages of single papers, besides those that an arXiv identifier or a DOI tells. */
const VENUES =
  /^https?:\/\/(?:www\.)?(?:openreview\.net\/(?:forum|pdf)|aclanthology\.org\/[\w.-]{5,}|(?:proceedings|papers)\.(?:mlr|neurips|nips)\.(?:press|cc)\/|openaccess\.thecvf\.com\/content|semanticscholar\.org\/paper\/|api\.semanticscholar\.org\/|dl\.acm\.org\/doi|ieeexplore\.ieee\.org\/(?:abstract\/)?document|(?:www\.)?(?:bio|med)rxiv\.org\/content|link\.springer\.com\/(?:article|chapter)|nature\.com\/articles|sciencedirect\.com\/science\/article|pubmed\.ncbi\.nlm\.nih\.gov\/\d|papers\.ssrn\.com\/|eprint\.iacr\.org\/\d{4}\/|hal\.science\/hal-|proceedings\.iclr\.cc\/|isca-archive\.org\/|jmlr\.org\/papers)/i;
const REPOSITORIES =
  /https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|gitee\.com|codeberg\.org)\//
    .source;
const CODE = new RegExp(`^${REPOSITORIES}[^/]+/[^/]+`, 'i');
/** In a sentence, whose words may go on right after the address: `…/AnimateLCM에서`. Lower case is found quickest. */
const NAMED_CODE = new RegExp(String.raw`${REPOSITORIES}[\w.-]+/[\w.-]*\w`);
const NAMED_PROJECT = /https?:\/\/[\w-]+\.(?:github|gitlab)\.io(?:\/[\w.~%/-]*[\w/])?/;

/** Whether an address is that of a single paper. */
export function isPaperLink(address: string): boolean {
  return arxivIdOf(address) !== null || doiOf(address) !== null || VENUES.test(address);
}

/** Whether an address is that of a code repository. */
export function isCodeLink(address: string): boolean {
  return CODE.test(address);
}

/** The first code repository and project page that a summary names, in a Source's view or as text; null for none. */
export function pagesNamedIn(text: string): Pick<PaperLinks, 'code' | 'project'> {
  if (!text.includes('://')) return { code: null, project: null };
  const first = (pattern: RegExp): string | null => {
    const address = pattern.exec(text)?.[0];
    // A copy: a slice would keep the whole text alive.
    return address === undefined ? null : Buffer.from(address, 'latin1').toString('latin1');
  };
  return { code: first(NAMED_CODE), project: first(NAMED_PROJECT) };
}

/**
 * The address that a digest means: an absolute web address, or the arXiv page of an identifier (`2402.01391v2`,
 * `arXiv:hep-th/9901001`) or a DOI's (`doi:10.…`). Null for anything else.
 */
export function paperAddress(printed: string): string | null {
  const text = printed.trim();
  if (text.length > MAX_ADDRESS) return null;
  const arxivId = /^https?:/i.test(text)
    ? null
    : arxivIdOf(`arxiv:${text.replace(/^arxiv:\s*/i, '')}`);
  if (arxivId !== null) return `https://arxiv.org/abs/${arxivId}`;
  const doi = /^(?:doi:\s*)?10\.\d{4,9}\/\S+$/i.test(text) ? text.replace(/^doi:\s*/i, '') : null;
  const address = webAddress(doi === null ? text : `https://doi.org/${doi}`);
  return address === null ? null : bracketsEncoded(address);
}

/** An address that Markdown's parentheses can hold: unbalanced ones, brackets, quotes and spaces are escaped. */
function bracketsEncoded(address: string): string {
  const plain = address.replace(/[\s<>[\]"'`\\^{|}]/g, escape);
  return isBalanced(plain) ? plain : plain.replace(/[()]/g, escape);
}

function escape(character: string): string {
  return encodeURIComponent(character).replace(
    /[()']/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
}

function isBalanced(address: string): boolean {
  let depth = 0;
  for (const character of address) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
