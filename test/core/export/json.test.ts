import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/shared/errors.ts';
import { writeJson } from '../../../src/core/export/json.ts';
import { saveState, savedFileSchema } from '../../../src/core/export/saved-state.ts';
import { apply, normalise } from '../../../src/core/state/changes.ts';
import { emptyState } from '../../../src/core/state/reader-state.ts';
import { change as changeSchema } from '../../../src/shared/schemas.ts';
import { undoable } from '../state/arbitraries.ts';
import { exportOptions, exportPaper, HOSTILE, NO_STATE, written } from './papers.ts';

/** The states that changes can lead to. */
const arbitraryState = fc.array(undoable, { maxLength: 12 }).map((changes) => {
  const state = emptyState();
  changes.forEach((change, time) => {
    try {
      // As the store does: what is not valid is not kept.
      const { data } = changeSchema.safeParse(change);
      if (data === undefined || data.kind === 'batch') return;
      const edit = normalise(state, { change: data, instants: null });
      if (edit !== null) apply(state, edit, time);
    } catch (error) {
      // A list that is not there.
      if (!(error instanceof AppError)) throw error;
    }
  });
  return state;
});

describe("Lectern's JSON", () => {
  it('reads back as the state that was written', () => {
    fc.assert(
      fc.property(arbitraryState, (state) => {
        const saved = saveState(state, null);
        const text = written(writeJson([], exportOptions({ notes: true }), saved));
        expect(savedFileSchema.parse(JSON.parse(text)).state).toEqual(saved);
      }),
      { numRuns: 200 },
    );
  });

  it('holds of a selection what concerns it, without settings, and notes only when asked', () => {
    fc.assert(
      fc.property(arbitraryState, (state) => {
        const [first] = state.read.keys();
        const only = new Set(first === undefined ? [] : [first]);
        const saved = saveState(state, only);
        expect(saved.read.map(([id]) => id)).toEqual([...only]);
        expect(saved.settings).toBeNull();
        for (const list of saved.lists) expect(list.papers).toEqual([...only]);
        const text = written(writeJson([], exportOptions(), saved));
        expect(savedFileSchema.parse(JSON.parse(text)).state).toMatchObject({
          notes: [],
          noteVersions: [],
        });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps every title, and looks like no script wherever it is put', () => {
    const title = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(title, (text) => {
        const paper = exportPaper({ row: { title: text } });
        const json = written(writeJson([paper], exportOptions({ title: text }), NO_STATE));
        expect(json).not.toMatch(/[<>\u202a-\u202e\u2066-\u2069\0]/);
        expect(savedFileSchema.parse(JSON.parse(json)).papers[0]?.title).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
