import fc from 'fast-check';
import type { ReaderState } from '../../../src/core/state/reader-state.ts';
import type { Change } from '../../../src/shared/model.ts';

/** Few papers, lists and paths, so that changes meet; strange ones among them. */
const paper = fc.constantFrom(
  'arxiv:1',
  'arxiv:2',
  'doi:10.1/x',
  'title:한글',
  '__proto__',
  '\ud800',
);
const list = fc.constantFrom('a', 'b', 'c');
const path = fc.constantFrom('/digests', '/다이제스트', 'C:\\digests');
const papers = fc.array(paper, { maxLength: 5 });
const name = fc.constantFrom('읽을 것', 'To read', '"quoted"\n');
const value = fc.boolean();

/** Changes that go on the undo stack. */
export const undoable: fc.Arbitrary<Change> = fc.oneof(
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
    }),
    index: fc.nat(4),
  }),
  fc.record({ kind: fc.constant('list.rename' as const), list, name }),
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
    mediaPapers: sorted(state.mediaPapers),
    mediaFolders: sorted(state.mediaFolders),
  };
}
