/** What a digest file holds, as its reader gives it. Plain readonly data: it goes into the library's cache as JSON. */
import type { IsoDate, Media, PaperId, PaperLinks, ProblemCode } from '../../shared/model.ts';

/** Bytes of a file, `end` not included; always on character boundaries. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface DigestPaper {
  readonly id: PaperId;
  readonly title: string;
  readonly arxivId: string | null;
  readonly links: PaperLinks;
  /** As printed, in the order printed (a name may come twice). */
  readonly authors: readonly string[];
  /** Null when none are stated (no vote line, or `-`). */
  readonly votes: number | null;
  readonly media: readonly Media[];
  /** Of the heading that the paper stands under, else of the file's name or path. */
  readonly date: IsoDate | null;
  /** Where its text is: read it with `readBody`. Empty when the digest has no text for it. */
  readonly body: ByteRange;
  /** Of its title, from 1. */
  readonly line: number;
}

export interface DigestProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly line: number | null;
}

export interface Digest {
  /** Name of the format that recognised the file; null when none did. */
  readonly format: string | null;
  readonly papers: readonly DigestPaper[];
  readonly problems: readonly DigestProblem[];
}
