/** Summaries, read from their files when they are wanted: the library holds only where they stand. */
import { join } from 'node:path';
import type { FolderId } from '../../shared/model.ts';
import type { ReadText } from '../digest/formats/format.ts';
import { openTexts } from '../digest/parse.ts';
import type { Library, LibraryAppearance, LibraryPaper } from '../library/library.ts';
import type { ScannedFile } from '../library/scanned-file.ts';
import { toSystemPath } from '../library/system-path.ts';
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

export class Texts {
  readonly #options: FilesOptions;
  /** By what the scan said of the file, so that nothing outlives another scan of it. */
  readonly #held = new Map<ScannedFile, ReadText>();

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
    const read = await this.#open(folder, scanned);
    return read === null ? '' : read(paper.body);
  }

  /** Null when the file is gone, unreadable or other than scanned: byte ranges would lie. */
  async #open(folder: FolderId, scanned: ScannedFile): Promise<ReadText | null> {
    const held = this.#held.get(scanned);
    if (held !== undefined) return held;
    const root = this.#options.pathOf(folder);
    if (root === null) return null;
    const bytes = await readIfSame(join(root, scanned.path), scanned);
    if (bytes === null) {
      this.#options.onStale(folder, scanned.path);
      return null;
    }
    const read = openTexts(bytes, scanned.format);
    this.#held.set(scanned, read);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= HELD_FILES) break;
      this.#held.delete(oldest);
    }
    return read;
  }
}

async function readIfSame(path: string, scanned: ScannedFile): Promise<Uint8Array | null> {
  try {
    return await readScanned(toSystemPath(path), scanned);
  } catch {
    // Gone or unreadable since the scan; the scan that `onStale` asks for tells the reader why.
    return null;
  }
}
