/** Which paper a link or a title means: docs/notes/identity.md. */
import { createHash } from 'node:crypto';
import type { PaperId } from '../../shared/model.ts';

export interface Identity {
  readonly id: PaperId;
  readonly arxivId: string | null;
}

/** Longer identities are hashed: they cross the bridge, where an id is at most 2,000 characters. */
const MAX_LENGTH = 1_000;

/**
 * The identity of a paper: its arXiv identifier, else its DOI, else its normalised address, else a hash of its folded
 * title. `link` is null (or no web address) when the digest has none.
 */
export function identify(link: string | null, title: string): Identity {
  if (link !== null) {
    const arxivId = arxivIdOf(link);
    if (arxivId !== null) return { id: `arxiv:${arxivId}`, arxivId };
    const doi = doiOf(link);
    if (doi !== null) return { id: bounded('doi', doi), arxivId: null };
    const url = normaliseUrl(link);
    if (url !== null) return { id: bounded('url', url), arxivId: null };
  }
  return { id: `title:${hash(foldTitle(title))}`, arxivId: null };
}

const COMMON_ARXIV =
  /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/(\d\d(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/;
const ARXIV_HOST = /^(?:(?:www|export|browse)\.)?arxiv\.org$/;
const MIRROR_HOST = /^(?:(?:www\.)?alphaxiv\.org|(?:www\.)?ar5iv\.org|ar5iv\.labs\.arxiv\.org)$/;
const PAPERS_HOST = /^(?:(?:www\.)?huggingface\.co|hf\.co)$/;
const PAGE =
  /^\/(?:abs|pdf|html|ps|format|e-print|src|overview)\/(?:arxiv:)?(.+?)(?:\.(?:pdf|html?))?\/?$/i;
const PAPERS_PAGE = /^\/papers\/(?:arxiv:)?([^/]+)\/?$/i;
/** https://info.arxiv.org/help/arxiv_identifier.html: YYMM.number since April 2007, archive.class/YYMMnumber before. */
const IDENTIFIER =
  /^(?:(\d\d(?:0[1-9]|1[0-2])\.\d{4,5})|([a-z]+(?:-[a-z]+)?)(?:\.[a-z-]+)?\/(\d\d(?:0[1-9]|1[0-2])\d{3}))(?:v\d+)?$/i;

/**
 * The arXiv identifier (no version, old style without its subject class: `hep-th/9901001`) that a link to arxiv.org,
 * huggingface.co/papers, alphaxiv, ar5iv or arXiv's DOI leads to, or null.
 */
export function arxivIdOf(link: string): string | null {
  const common = COMMON_ARXIV.exec(link);
  if (common?.[1] !== undefined) return own(common[1]);
  const scheme = /^arxiv:(.+)$/i.exec(link);
  if (scheme?.[1] !== undefined) return canonical(scheme[1]);
  const url = toUrl(link);
  if (url === null) return null;
  const path = decodePath(url.pathname);
  if (ARXIV_HOST.test(url.hostname) || MIRROR_HOST.test(url.hostname)) {
    return canonical(PAGE.exec(path)?.[1]);
  }
  if (PAPERS_HOST.test(url.hostname)) return canonical(PAPERS_PAGE.exec(path)?.[1]);
  const doi = doiOf(link);
  return doi === null ? null : canonical(/^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1]);
}

function canonical(printed: string | undefined): string | null {
  if (printed === undefined || printed.length > 64) return null;
  const match = IDENTIFIER.exec(printed);
  if (match === null) return null;
  const [, recent, archive, number] = match;
  if (recent !== undefined) return own(recent);
  return archive === undefined || number === undefined
    ? null
    : `${archive.toLowerCase()}/${number}`;
}

/**
 * The DOI, in lower case (DOIs ignore case, ISO 26324), that a link leads to: doi.org, `doi:10.…`, or a publisher's page
 * of the form `/doi/…/10.…`. Null when there is none.
 */
export function doiOf(link: string): string | null {
  const scheme = /^doi:[ /]*(10\.\d{4,9}\/\S+)$/i.exec(link);
  if (scheme?.[1] !== undefined) return scheme[1].toLowerCase();
  const url = toUrl(link);
  if (url === null) return null;
  const path = decodePath(url.pathname);
  const pattern = /^(?:dx\.|www\.)?doi\.org$/.test(url.hostname)
    ? /^\/+(10\.\d{4,9}\/.+)$/
    : /^\/doi\/(?:(?:abs|full|pdf|epdf|pdfdirect|book|proceedings)\/)?(10\.\d{4,9}\/.+)$/;
  const doi = pattern.exec(path)?.[1];
  return doi === undefined ? null : withoutTail(doi).toLowerCase();
}

const TRACKING = /^(?:utm_.*|fbclid|gclid|mc_cid|mc_eid|ref_src)$/i;

/**
 * One spelling of a web address: https, no `www.`, no fragment, no credentials, no tracking parameters, parameters
 * sorted, no slash at the end. Null when it is no http(s) address.
 */
export function normaliseUrl(link: string): string | null {
  const url = toUrl(link);
  if (url === null) return null;
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  const host = url.hostname.replace(/^www\./, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const query = url.searchParams.toString();
  return `https://${host}${port}${withoutTail(url.pathname)}${query === '' ? '' : `?${query}`}`;
}

function toUrl(link: string): URL | null {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return null;
  return new URL(link);
}

/** Percent escapes resolved where they are text. */
function decodePath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

function withoutTail(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function bounded(kind: 'doi' | 'url', name: string): PaperId {
  return name.length > MAX_LENGTH ? `${kind}:${hash(name)}` : `${kind}:${name}`;
}

/** What stays of a title when case, width, spacing and punctuation are taken away; all of it when that leaves nothing. */
function foldTitle(title: string): string {
  const folded = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return folded === '' ? title.trim() : folded;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** A copy: a matched group may keep the string alive that it was found in. */
function own(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
