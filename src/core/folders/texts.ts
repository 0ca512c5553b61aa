/** Summaries, read from their files when they are wanted: the library holds only where they stand. */
import { join } from 'node:path';
import type { FolderId } from '../../shared/model.ts';
import type { ByteRange } from '../digest/digest.ts';
import type { ReadText } from '../digest/formats/format.ts';
import { openTexts } from '../digest/parse.ts';
import type { Library, LibraryAppearance, LibraryPaper } from '../library/library.ts';
import type { ScannedFile } from '../library/scanned-file.ts';
import { toSystemPath } from '../library/system-path.ts';
import { FileMemory } from './file-memory.ts';
import { readScanned } from './read-scanned.ts';

/** Papers come in runs of one file, so a few files are enough. */
const HELD_FILES = 8;

/** How the files of the opened folders are reached. */
export interface FilesOptions {
  readonly library: Library;
  readonly pathOf: (folder: FolderId) => string | null;
  /** A file is not what the scan saw: it is to be scanned again. */
  readonly onStale: (folder: FolderId, file: string) => void;
}

interface HeldFile {
  /** What the scan said of the file: nothing held outlives another scan of it. */
  readonly scanned: ScannedFile;
  readonly read: ReadText;
  readonly memory: Buffer;
}

export class Texts {
  readonly #options: FilesOptions;
  readonly #memory = new FileMemory();
  /**
   * A ring. Of a Map where each new one has the oldest deleted, V8 outgrows table after table, and each holds on to the
   * next, with the files in it, until the whole heap is collected: that was a third of the heap once all texts were read.
   */
  readonly #held: HeldFile[] = [];
  #next = 0;

  constructor(options: FilesOptions) {
    this.#options = options;
  }

  /** The summary of the newest appearance that can be read; '' when none can. */
  async newest(paper: LibraryPaper): Promise<string> {
    for (const appearance of paper.appearances) {
      const text = await this.#text(appearance);
      if (text !== '') return text;
    }
    return '';
  }

  /** The summaries of all appearances, newest first, each once. */
  async all(paper: LibraryPaper): Promise<string> {
    const [first] = paper.appearances;
    if (first !== undefined && paper.appearances.length === 1) return this.#text(first);
    return (await this.each(paper.appearances)).filter(Boolean).join('\n');
  }

  /** The summary of each appearance, in their order; '' for one that has none, repeats an earlier one of them, or cannot be read. */
  async each(appearances: readonly LibraryAppearance[]): Promise<readonly string[]> {
    const seen = new Set(['']);
    const texts: string[] = [];
    for (const appearance of appearances) {
      const text = await this.#text(appearance);
      const words = text.trim();
      texts.push(seen.has(words) ? '' : text);
      seen.add(words);
    }
    return texts;
  }

  async #text({ folder, file, position, paper }: LibraryAppearance): Promise<string> {
    if (paper.body.start === paper.body.end) return '';
    const scanned = this.#options.library.files(folder).get(file);
    // Scanned again since it was asked for: whoever asked will hear of it.
    if (scanned?.papers[position] !== paper) return '';
    const held = this.#held.find((file) => file.scanned === scanned);
    return held === undefined ? this.#open(folder, scanned, paper.body) : held.read(paper.body);
  }

  /** '' when the file is gone, unreadable or other than scanned: byte ranges would lie. */
  async #open(folder: FolderId, scanned: ScannedFile, body: ByteRange): Promise<string> {
    const root = this.#options.pathOf(folder);
    if (root === null) return '';
    const memory = this.#memory.take(scanned.size);
    const bytes = await readIfSame(join(root, scanned.path), scanned, memory);
    if (bytes === null) {
      this.#memory.giveBack(memory);
      this.#options.onStale(folder, scanned.path);
      return '';
    }
    const file = { scanned, read: openTexts(bytes, scanned.format), memory };
    this.#hold(file);
    // At once: a file that is no longer held gives its memory to the next.
    return file.read(body);
  }

  /** In the place of the oldest. */
  #hold(file: HeldFile): void {
    const oldest = this.#held[this.#next];
    if (oldest !== undefined) this.#memory.giveBack(oldest.memory);
    this.#held[this.#next] = file;
    this.#next = (this.#next + 1) % HELD_FILES;
  }
}

async function readIfSame(
  path: string,
  scanned: ScannedFile,
  memory: Buffer,
): Promise<Buffer | null> {
  try {
    return await readScanned(toSystemPath(path), scanned, { memory });
  } catch {
    // Gone or unreadable since the scan; the scan that `onStale` asks for tells the reader why.
    return null;
  }
}
