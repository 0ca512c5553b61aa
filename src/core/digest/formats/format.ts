import type { ByteRange, DigestPaper, DigestProblem } from '../digest.ts';
import type { Source } from '../source.ts';

/** So many papers take some 100 MB; a file that holds more was not written to be read. */
export const MAX_PAPERS = 50_000;

/**
 * A way of writing digests: docs/notes/formats.md. No method throws, whatever the file holds, and each takes time linear
 * in its length.
 */
export interface DigestFormat {
  readonly name: string;
  /** Whether the file's content (never its name) is of this format. */
  recognise(source: Source): boolean;
  /** The papers of a recognised file, in its order. `path` (inside the folder, with `/`) dates what the text does not. */
  parse(source: Source, path: string): { papers: DigestPaper[]; problems: DigestProblem[] };
  /** How the texts of a recognised file are read: Markdown with `\n` line ends by a paper's `body`, '' when it does not fit. */
  texts(source: Source): ReadText;
}

export type ReadText = (body: ByteRange) => string;

/** What a file with too many papers is told by. */
export function cutProblem(): DigestProblem {
  const message = `The file is too long: only its first ${MAX_PAPERS} papers are shown.`;
  return { code: 'file-too-large', message, line: null };
}
