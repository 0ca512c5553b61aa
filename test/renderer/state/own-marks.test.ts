import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OwnMarks } from '../../../src/renderer/state/own-marks.ts';

const told = (papers: readonly string[] | null, kind = 'read') =>
  ({ type: 'state', papers, kinds: [kind], undo: { undo: null, redo: null } }) as const;

describe('marks of this window', () => {
  let read: (readonly string[] | null)[];
  let marks: OwnMarks;
  beforeEach(() => {
    vi.useFakeTimers();
    read = [];
    marks = new OwnMarks((papers) => read.push(papers));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are read again together once the reader rests', async () => {
    for (const paper of ['a', 'b']) {
      await marks.following(Promise.resolve(1));
      expect(marks.heard(told([paper]))).toBe(true);
      vi.advanceTimersByTime(60);
    }
    expect(read).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(read).toEqual([['a', 'b']]);
  });

  it('are read again at times while the reader marks on', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await marks.following(Promise.resolve(1));
      marks.heard(told(['a']));
      vi.advanceTimersByTime(50);
    }
    expect(read.length).toBeGreaterThan(0);
  });

  it('are no others, whose papers are to be read at once: those of another window, an undo, a note', () => {
    expect(marks.heard(told(['a']))).toBe(false);
    void marks.following(Promise.resolve(1));
    expect(marks.heard(told(['a'], 'note'))).toBe(false);
    expect(marks.heard(told(['a']))).toBe(true);
    expect(marks.heard(told(['a']))).toBe(false);
  });

  it.each([0, null])('are not waited for where %s changed', async (changed) => {
    await marks.following(Promise.resolve(changed));
    expect(marks.heard(told(['a']))).toBe(false);
  });

  it('of very many papers are read again as a whole', async () => {
    await marks.following(Promise.resolve(5_000));
    marks.heard(told(null));
    vi.advanceTimersByTime(200);
    expect(read).toEqual([null]);
  });
});
