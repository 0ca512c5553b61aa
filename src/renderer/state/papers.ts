import type { PaperId } from '../../shared/model.ts';
import type { AutoMark } from './auto-mark.ts';
import type { Changes, Telling } from './changes.svelte.ts';
import type { DataState } from './data.svelte.ts';
import type { ListState } from './list.svelte.ts';
import type { OwnMarks } from './own-marks.ts';
import type { ReaderState } from './reader.svelte.ts';

interface Parts {
  readonly changes: Changes;
  readonly list: ListState;
  readonly reader: ReaderState;
  readonly autoMark: AutoMark;
  readonly data: DataState;
  readonly ownMarks: OwnMarks;
}

/** Marks of papers, shown at once and put back when they are refused. */
export class Papers {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Marks by the reader's own hand; how many changed, null when refused. */
  async setRead(papers: readonly PaperId[], value: boolean): Promise<number | null> {
    this.#parts.autoMark.decided(papers);
    return this.#mark('read', papers, value, papers.length > 1 ? 'toast' : 'announce');
  }

  /** Marks what became read by being opened. */
  async opened(papers: readonly PaperId[]): Promise<void> {
    // Nobody asked for it: where nothing can be changed, nothing is said of it.
    if (papers.length > 0 && this.#parts.data.writable)
      await this.#mark('read', papers, true, 'silent');
  }

  /** Stars by hand; how many changed, null when refused. */
  setStarred(papers: readonly PaperId[], value: boolean): Promise<number | null> {
    return this.#mark('star', papers, value, papers.length > 1 ? 'toast' : 'announce');
  }

  /** Keeps a note; '' deletes it. True when it is on disk. */
  async setNote(paper: PaperId, text: string, telling: Telling = 'announce'): Promise<boolean> {
    return (await this.#parts.changes.apply({ kind: 'note', paper, text }, telling)) !== null;
  }

  async #mark(
    kind: 'read' | 'star',
    papers: readonly PaperId[],
    value: boolean,
    telling: Telling,
  ): Promise<number | null> {
    const { changes, list, reader, ownMarks } = this.#parts;
    const ids = new Set(papers);
    const patch = kind === 'read' ? { read: value } : { starred: value };
    list.patch(ids, patch);
    reader.patch(ids, patch);
    return ownMarks.following(changes.apply({ kind, papers: [...papers], value }, telling));
  }
}
