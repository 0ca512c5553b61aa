import fc from 'fast-check';
import type { ReaderState } from '../../../src/core/state/reader-state.ts';
import type { Change, SingleChange } from '../../../src/shared/model.ts';
import { READ_NEXT } from '../../../src/shared/model.ts';

/** Few papers, lists and paths, so that changes meet; strange ones among them. */
const paper = fc.constantFrom(
  'arxiv:1',
  'arxiv:2',
  'doi:10.1/x',
  'title:한글',
  '__proto__',
  '\ud800',
);
const list = fc.constantFrom('a', 'b', READ_NEXT);
const path = fc.constantFrom('/digests', '/다이제스트', 'C:\\digests');
const papers = fc.array(paper, { maxLength: 5 });
const name = fc.constantFrom('읽을 것', 'To read', '"quoted"\n');
const value = fc.boolean();
const description = fc.constantFrom('', '무엇을 왜');
const colour = fc.constantFrom('red' as const, null);
const group = fc.constantFrom('', 'Thesis/2장');
const query = fc.constantFrom(null, null, 'votes:>20');

/** Single changes that go on the undo stack. */
const single: fc.Arbitrary<SingleChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('read' as const, 'star' as const), papers, value }),
  fc.record({
    kind: fc.constant('note' as const),
    paper,
    text: fc.oneof(fc.string(), fc.constantFrom('', ' \n', '메모 $x^2$\n{"sum":"', '\u2028')),
  }),
  fc.record({
    kind: fc.constant('list.put' as const),
    list: fc.record({
      id: list,
      name,
      papers,
      created: fc.nat(),
      description,
      colour,
      group,
      query,
    }),
    index: fc.nat(4),
  }),
  fc.record({
    kind: fc.constant('list.update' as const),
    list,
    patch: fc.record({ name, description, colour, group }, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('list.move' as const), list, index: fc.nat(4), group }),
  fc.record({ kind: fc.constant('list.delete' as const), list }),
  fc.record({
    kind: fc.constantFrom('list.add' as const, 'list.remove' as const, 'list.order' as const),
    list,
    papers,
  }),
  fc.record({
    kind: fc.constant('settings' as const),
    patch: fc.record(
      {
        theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const),
        mediaAlways: value,
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: fc.constant('folder.close' as const), path }),
);

/** Changes that go on the undo stack. */
export const undoable: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: single },
  fc.record({
    kind: fc.constant('batch' as const),
    name: fc.constantFrom(null, 'Import'),
    changes: fc.array(
      single.filter(({ kind }) => kind !== 'folder.close'),
      { maxLength: 4 },
    ),
  }),
);

/** Consents, which no undo takes back. */
export const consent: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('media.paper' as const), paper, value }),
  fc.record({ kind: fc.constant('media.folder' as const), path, value }),
  fc.record({
    kind: fc.constant('folder.open' as const),
    folder: fc.record({ path, opened: fc.nat() }),
  }),
);

export const anyChange = fc.oneof({ weight: 4, arbitrary: undoable }, consent);

/** A state as plain data, without the order that maps and sets happen to have. */
export function plain(state: ReaderState): unknown {
  const sorted = (entries: Iterable<unknown>): readonly string[] =>
    Array.from(entries, (entry) => JSON.stringify(entry)).sort();
  return {
    ...state,
    read: sorted(state.read),
    starred: sorted(state.starred),
    notes: sorted(state.notes),
    noteVersions: sorted(state.noteVersions),
    mediaPapers: sorted(state.mediaPapers),
    mediaFolders: sorted(state.mediaFolders),
  };
}

/** A state without what an undo adds to on purpose: the text that it takes away stays as a version. */
export function withoutVersions(state: ReaderState): unknown {
  return plain({ ...state, noteVersions: new Map() });
}
