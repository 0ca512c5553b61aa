/** What an ideal reader could not avoid: the bare system calls and the bare scan that each measure stands beside. */
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openTexts, parseDigest } from '../../src/core/digest/parse.ts';
import { initialOf } from '../../src/shared/query/choseong.ts';
import { fold } from '../../src/shared/query/fold.ts';

/** As many files at a time as the engine's scan reads. */
const READERS = 8;

async function forEachDigest(
  root: string,
  visit: (path: string, text: Buffer) => void,
): Promise<void> {
  const names = await readdir(root, { recursive: true });
  const paths = names.filter((name) => /\.(?:md|markdown|txt)$/i.test(name)).sort();
  const reader = async (): Promise<void> => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const full = join(root, path);
      await stat(full);
      visit(path, await readFile(full));
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
}

/** Walks a folder, asks each digest's time and size, and reads it into a string. Gives the number of files. */
export async function readDigests(root: string): Promise<number> {
  let files = 0;
  await forEachDigest(root, (_path, bytes) => {
    if (bytes.toString('utf8').length >= 0) files++;
  });
  return files;
}

/** Reads the files of a folder that stand directly in it, such as the library's cache. */
export async function readFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await readFile(join(folder, name), 'utf8');
}

/** An open file that takes lines at its end, each on the disk before it resolves. */
export class Appender {
  readonly #handle: Awaited<ReturnType<typeof open>>;

  private constructor(handle: Awaited<ReturnType<typeof open>>) {
    this.#handle = handle;
  }

  static async open(path: string): Promise<Appender> {
    return new Appender(await open(path, 'a'));
  }

  async append(line: string): Promise<void> {
    await this.#handle.appendFile(line);
    await this.#handle.datasync();
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** The initials of a text, a one-byte character for each. */
function skeletonOf(folded: string): string {
  const bytes = Buffer.allocUnsafe(folded.length);
  for (let at = 0; at < folded.length; at++) bytes[at] = 0x80 + initialOf(folded.charCodeAt(at));
  return bytes.toString('latin1');
}

/** The texts of a folder, folded as the search index folds them, and nothing else. */
export class BareScan {
  readonly #folded: readonly string[];
  readonly #skeletons: readonly string[];

  private constructor(folded: readonly string[]) {
    this.#folded = folded;
    this.#skeletons = folded.map(skeletonOf);
  }

  static async of(root: string): Promise<BareScan> {
    const texts: string[] = [];
    await forEachDigest(root, (path, bytes) => {
      const { papers, format } = parseDigest(bytes, path);
      const read = openTexts(bytes, format);
      for (const { title, authors, body } of papers) {
        texts.push(fold(`${title}\0${authors.join('\u0001')}\0${read(body)}`));
      }
    });
    return new BareScan(texts);
  }

  get texts(): readonly string[] {
    return this.#folded;
  }

  /** How many texts hold all words; a word of initial consonants is looked for among initials. */
  count(query: string): number {
    const words = query
      .split(' ')
      .map((word) =>
        /^[ㄱ-ㅎ]+$/.test(word)
          ? { texts: this.#skeletons, word: skeletonOf(word.normalize('NFKC')) }
          : { texts: this.#folded, word },
      );
    let found = 0;
    for (let index = 0; index < this.#folded.length; index++) {
      if (words.every(({ texts, word }) => (texts[index] ?? '').indexOf(word) >= 0)) found++;
    }
    return found;
  }
}
