import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SingleEdit } from '../../../src/core/state/changes.ts';
import { apply, inverse, label, normalise } from '../../../src/core/state/changes.ts';
import type { Performed } from '../../../src/core/state/perform.ts';
import { editOf, perform } from '../../../src/core/state/perform.ts';
import type { MutableState } from '../../../src/core/state/reader-state.ts';
import { emptyState, READ_NEXT_LIST } from '../../../src/core/state/reader-state.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { Change, SingleChange } from '../../../src/shared/model.ts';
import { LIST_DEFAULTS, READ_NEXT } from '../../../src/shared/model.ts';
import { anyChange, plain, undoable, withoutVersions } from './arbitraries.ts';

function edit(change: SingleChange): SingleEdit {
  return { change, instants: null };
}

/** Does a change; null when it would do nothing or may not be done. */
function make(state: MutableState, change: Change, time: number): Performed | null {
  try {
    return perform(state, editOf(change), time);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function stateAfter(changes: readonly Change[]): MutableState {
  const state = emptyState();
  changes.forEach((change, index) => make(state, change, index));
  return state;
}

const list = { ...LIST_DEFAULTS, id: 'l', name: 'To read', papers: ['a', 'b', 'c'], created: 1 };
const withList = (): MutableState => stateAfter([{ kind: 'list.put', list, index: 0 }]);

test('ids that are so already, and ids given twice, are left out', () => {
  const state = stateAfter([{ kind: 'read', papers: ['a'], value: true }]);
  const change = { kind: 'read', papers: ['a', 'b', 'b', 'c'], value: true } as const;
  expect(normalise(state, edit(change))).toEqual(edit({ ...change, papers: ['b', 'c'] }));
});

test('an added paper goes to the end of its list once', () => {
  const state = withList();
  make(state, { kind: 'list.add', list: 'l', papers: ['d', 'a', 'd'] }, 2);
  expect(state.lists).toEqual([{ ...list, papers: ['a', 'b', 'c', 'd'] }, READ_NEXT_LIST]);
});

test('an order that leaves papers out keeps them behind the ones that it names', () => {
  const state = withList();
  make(state, { kind: 'list.order', list: 'l', papers: ['c', 'x', 'a'] }, 2);
  expect(state.lists[0]?.papers).toEqual(['c', 'a', 'b']);
});

test('undoing a removal brings the papers back to their places', () => {
  const state = withList();
  const change = edit({ kind: 'list.remove', list: 'l', papers: ['b'] });
  const back = inverse(state, change);
  apply(state, change, 2);
  apply(state, back, 3);
  expect(state.lists).toEqual([list, READ_NEXT_LIST]);
});

test('undoing an unmark brings back the time of the mark', () => {
  const state = stateAfter([{ kind: 'star', papers: ['a'], value: true }]);
  const change = edit({ kind: 'star', papers: ['a'], value: false });
  const back = inverse(state, change);
  apply(state, change, 5);
  apply(state, back, 6);
  expect([...state.starred]).toEqual([['a', 0]]);
});

test('a list that is not there is not found', () => {
  for (const kind of ['list.add', 'list.remove', 'list.order'] as const) {
    expect(() => normalise(emptyState(), edit({ kind, list: 'x', papers: [] }))).toThrow(
      expect.objectContaining({ code: 'not-found', subject: 'x' }),
    );
  }
  for (const change of [
    { kind: 'list.delete', list: 'x' },
    { kind: 'list.update', list: 'x', patch: { name: 'y' } },
  ] as const) {
    expect(() => normalise(emptyState(), edit(change))).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  }
});

test('a note of nothing but white space is no note', () => {
  const state = stateAfter([{ kind: 'note', paper: 'a', text: 'x' }]);
  make(state, { kind: 'note', paper: 'a', text: ' \n' }, 2);
  expect(state.notes.size).toBe(0);
});

test('a closed folder is the newest of at most ten recent ones until it is opened again', () => {
  const state = emptyState();
  for (let day = 0; day < 12; day++) {
    make(state, { kind: 'folder.open', folder: { path: `/${day}`, opened: day } }, day);
    make(state, { kind: 'folder.close', path: `/${day}` }, day);
  }
  expect(state.recent).toEqual(['/11', '/10', '/9', '/8', '/7', '/6', '/5', '/4', '/3', '/2']);
  make(state, { kind: 'folder.open', folder: { path: '/5', opened: 20 } }, 20);
  expect(state.recent).not.toContain('/5');
  expect(state.folders).toEqual([{ path: '/5', opened: 20 }]);
});

test('a label tells what was done, to how many papers, in which list', () => {
  const state = withList();
  expect(label(state, { kind: 'read', papers: ['a', 'b'], value: false })).toEqual({
    kind: 'read',
    value: false,
    papers: 2,
    name: null,
    list: null,
  });
  expect(label(state, { kind: 'list.delete', list: 'l' })).toEqual({
    kind: 'list.delete',
    value: false,
    papers: 0,
    name: 'To read',
    list: 'l',
  });
});

test('a change does nothing the second time, and touches no paper that it does not tell', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 20 }), anyChange, (before, change) => {
      const state = stateAfter(before);
      const was = stateAfter(before);
      const done = make(state, change, 1_000);
      if (done === null) {
        expect(plain(state)).toEqual(plain(was));
        return;
      }
      // A batch may take back what it did itself.
      if ('change' in done.edit) {
        const { edit: normal } = done;
        expect(plain(state)).not.toEqual(plain(was));
        if (normal.change.kind !== 'list.delete') expect(normalise(state, normal)).toBeNull();
      }
      const touched = new Set(done.papers);
      for (const [map, old] of [
        [state.read, was.read],
        [state.starred, was.starred],
        [state.notes, was.notes],
      ] as const) {
        for (const paper of new Set([...map.keys(), ...old.keys()])) {
          if (!touched.has(paper)) expect(map.get(paper)).toEqual(old.get(paper));
        }
      }
    }),
  );
});

test('the inverse of a change takes it back exactly, and its inverse does it again', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 20 }), undoable, (before, change) => {
      const state = stateAfter(before);
      const was = withoutVersions(state);
      const done = make(state, change, 1_000);
      if (done === null) return;
      const changed = withoutVersions(state);
      const undone = perform(state, done.back, 2_000);
      expect(withoutVersions(state)).toEqual(was);
      if (undone === null) return;
      perform(state, undone.back, 3_000);
      expect(withoutVersions(state)).toEqual(changed);
    }),
  );
});

test('a change that cannot be written is taken back exactly, earlier versions of notes included', () => {
  fc.assert(
    fc.property(
      fc.array(anyChange, { maxLength: 20 }),
      anyChange,
      fc.constantFrom(1_000, 10_000_000),
      (before, change, time) => {
        const state = stateAfter(before);
        const was = plain(state);
        make(state, change, time)?.revert();
        expect(plain(state)).toEqual(was);
      },
    ),
  );
});

test('a batch whose one change is refused changes nothing', () => {
  const state = withList();
  const was = plain(state);
  const changes = [
    { kind: 'read', papers: ['a'], value: true },
    { kind: 'list.add', list: 'nowhere', papers: ['a'] },
  ] as const;
  expect(() => perform(state, editOf({ kind: 'batch', name: null, changes }), 5)).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  );
  expect(plain(state)).toEqual(was);
});

test('the queue stays last, and keeps its name and its existence', () => {
  const state = withList();
  make(state, { kind: 'list.put', list: { ...list, id: 'm' }, index: 99 }, 2);
  expect(state.lists.map(({ id }) => id)).toEqual(['l', 'm', READ_NEXT]);
  make(state, { kind: 'list.add', list: READ_NEXT, papers: ['a'] }, 3);
  expect(state.lists.at(-1)?.papers).toEqual(['a']);
  for (const change of [
    { kind: 'list.delete', list: READ_NEXT },
    { kind: 'list.update', list: READ_NEXT, patch: { name: 'Mine' } },
    { kind: 'list.put', list: { ...READ_NEXT_LIST, query: 'x' }, index: 0 },
  ] as const) {
    expect(() => perform(state, editOf(change), 4)).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  }
});

test('nothing is put into a smart list by hand, and a list with papers becomes none', () => {
  const state = withList();
  const smart = { ...list, id: 's', query: 'votes:>20' };
  make(state, { kind: 'list.put', list: smart, index: 0 }, 2);
  expect(state.lists[0]).toEqual({ ...smart, papers: [] });
  for (const change of [
    { kind: 'list.add', list: 's', papers: ['a'] },
    { kind: 'list.update', list: 'l', patch: { query: 'x' } },
  ] as const) {
    expect(() => perform(state, editOf(change), 3)).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  }
});
