import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/shared/errors.ts';
import type { Note } from '../../../src/shared/model.ts';
import { NoteDrafts } from '../../../src/renderer/views/reader/note-drafts.svelte.ts';

/** A disk that answers when it is told to. */
class Disk {
  readonly notes = new Map<string, string>();
  readonly writes: string[] = [];
  readonly failures: string[] = [];
  full = false;
  #waiting: (() => void)[] = [];
  readonly drafts = new NoteDrafts({
    save: (paper, text) => this.#save(paper, text),
    onFailed: (paper) => this.failures.push(paper),
  });

  /** Lets every write that was begun end. */
  async answer(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
    await vi.advanceTimersByTimeAsync(0);
  }

  async #save(paper: string, text: string): Promise<void> {
    this.writes.push(text);
    const { full } = this;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (full) throw new AppError('write-failed', 'disk full', { retryable: true });
    this.notes.set(paper, text);
  }
}

const note = (text: string, updated: number): Note => ({ text, updated });
let disk: Disk;

beforeEach(() => {
  vi.useFakeTimers();
  disk = new Disk();
});
afterEach(() => vi.useRealTimers());

describe('note drafts', () => {
  it('save a little after the last key, once', async () => {
    const { drafts } = disk;
    for (const text of ['a', 'ab', 'abc']) {
      drafts.type('p', text, null, false);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(disk.writes).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(disk.writes).toEqual(['abc']);
    expect(drafts.status('p').phase).toBe('saving');
    await disk.answer();
    expect(drafts.status('p').phase).toBe('saved');
    expect(drafts.unsaved).toBe(false);
  });

  it('are not saved while an input method composes, but are when it is done, or the paper is left', async () => {
    const { drafts } = disk;
    drafts.type('p', 'ㅎ', null, true);
    drafts.type('p', '하', null, true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(disk.writes).toEqual([]);
    drafts.type('p', '한', null, false);
    await vi.advanceTimersByTimeAsync(500);
    expect(disk.writes).toEqual(['한']);
    await disk.answer();
    drafts.type('p', '한ㄱ', null, true);
    void drafts.flush('p');
    await disk.answer();
    expect(disk.notes.get('p')).toBe('한ㄱ');
  });

  it('are saved at once when papers are switched quickly, each its own', async () => {
    const { drafts } = disk;
    for (const paper of ['p', 'q', 'r']) {
      drafts.type(paper, `about ${paper}`, null, false);
      void drafts.flush(paper);
    }
    await disk.answer();
    expect([...disk.notes]).toEqual([
      ['p', 'about p'],
      ['q', 'about q'],
      ['r', 'about r'],
    ]);
  });

  it('typed while a save runs are saved after it, in order', async () => {
    const { drafts } = disk;
    drafts.type('p', 'one', null, false);
    void drafts.flush('p');
    drafts.type('p', 'one two', null, false);
    void drafts.flush('p');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(disk.writes).toEqual(['one']);
    await disk.answer();
    expect(disk.writes).toEqual(['one', 'one two']);
    await disk.answer();
    expect(disk.notes.get('p')).toBe('one two');
    expect(drafts.unsaved).toBe(false);
  });

  it('that are refused keep their text, tell once, and are tried again until they are saved', async () => {
    const { drafts } = disk;
    disk.full = true;
    drafts.type('p', 'precious', null, false);
    void drafts.flush('p');
    await disk.answer();
    expect(drafts.status('p')).toMatchObject({ phase: 'failed', error: { code: 'write-failed' } });
    expect(drafts.text('p', null)).toBe('precious');
    expect(drafts.unsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    await disk.answer();
    expect(disk.writes).toHaveLength(2);
    disk.full = false;
    await vi.advanceTimersByTimeAsync(4_000);
    await disk.answer();
    expect(disk.notes.get('p')).toBe('precious');
    expect(drafts.status('p').phase).toBe('saved');
    expect(disk.failures).toEqual(['p']);
  });

  it('typed after a refusal are saved soon, not after the pause between attempts', async () => {
    const { drafts } = disk;
    disk.full = true;
    drafts.type('p', 'a', null, false);
    void drafts.flush('p');
    await disk.answer();
    disk.full = false;
    drafts.type('p', 'ab', null, false);
    await vi.advanceTimersByTimeAsync(500);
    await disk.answer();
    expect(disk.notes.get('p')).toBe('ab');
  });
});

describe('a draft beside the stored note', () => {
  it('wins while it is not saved, whatever the host tells', async () => {
    const { drafts } = disk;
    drafts.type('p', 'one', null, false);
    void drafts.flush('p');
    drafts.type('p', 'one two', null, false);
    await disk.answer();
    drafts.follow('p', note('one', 1));
    expect(drafts.text('p', note('one', 1))).toBe('one two');
  });

  it('stays on screen from being saved until the host tells of it', async () => {
    const { drafts } = disk;
    const old = note('old', 1);
    drafts.follow('p', old);
    drafts.type('p', 'new', old, false);
    void drafts.flush('p');
    await disk.answer();
    expect(drafts.text('p', old)).toBe('new');
    drafts.follow('p', note('new', 2));
    expect(drafts.text('p', note('new', 2))).toBe('new');
    expect(drafts.status('p').phase).toBe('unchanged');
  });

  it('gives way to an undo after it was saved', async () => {
    const { drafts } = disk;
    drafts.type('p', 'new', note('old', 1), false);
    void drafts.flush('p');
    await disk.answer();
    drafts.follow('p', note('new', 2));
    expect(drafts.text('p', note('old', 1))).toBe('old');
    drafts.type('p', 'newer', note('old', 1), false);
    expect(drafts.text('p', note('old', 1))).toBe('newer');
  });

  it('of another paper is left alone', () => {
    const { drafts } = disk;
    drafts.type('p', 'mine', null, false);
    expect(drafts.text('q', note('other', 1))).toBe('other');
    expect(drafts.text('q', null)).toBe('');
  });
});
