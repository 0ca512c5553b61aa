import type { DigestPaper, DigestProblem } from '../digest.ts';
import type { Source } from '../source.ts';

/** A way of writing digests. Neither method throws, whatever the file holds, and both take time linear in its length. */
export interface DigestFormat {
  readonly name: string;
  /** Whether the file's content (never its name) is of this format. */
  recognise(source: Source): boolean;
  /** The papers of a recognised file, in its order. `path` (inside the folder, with `/`) dates what the text does not. */
  parse(source: Source, path: string): { papers: DigestPaper[]; problems: DigestProblem[] };
}
