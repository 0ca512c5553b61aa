/** Random edits of a reader, and the state that they lead to, told apart from times: these the engine sets. */
import type { ReaderState } from '../../src/core/state/reader-state.ts';
import {
  LIST_DEFAULTS,
  type Change,
  type PaperId,
  type SingleChange,
} from '../../src/shared/model.ts';
import type { Random } from '../bench/random.ts';

const PAPERS: readonly PaperId[] = Array.from({ length: 3_000 }, (_, index) => `arxiv:${index}`);
const LISTS = ['a', 'b', 'c', 'd'];
const WORDS = [
  '논문',
  '읽기',
  'attention',
  '한국어 요약',
  '"quoted"',
  'line\nbreak',
  '$x^2$',
  '😀',
];

function somePapers(random: Random): readonly PaperId[] {
  const many = random.chance(0.15) ? 2_000 : 5;
  const from = random.between(0, PAPERS.length - 1);
  return PAPERS.slice(from, from + random.between(1, many));
}

function someText(random: Random, words: number): string {
  return Array.from({ length: random.between(1, words) }, () => random.pick(WORDS)).join(' ');
}

/** What a reader might do next; some of it does nothing, some names a list that is not there. */
export function anyEdit(random: Random): Change {
  if (random.chance(0.9)) return singleEdit(random);
  const changes = Array.from({ length: random.between(1, 4) }, () => singleEdit(random));
  return { kind: 'batch', name: null, changes };
}

function singleEdit(random: Random): SingleChange {
  const list = random.pick(LISTS);
  switch (random.between(1, 10)) {
    case 1:
    case 2:
    case 3:
      return { kind: 'read', papers: somePapers(random), value: random.chance(0.7) };
    case 4:
      return { kind: 'star', papers: somePapers(random), value: random.chance(0.5) };
    case 5:
    case 6: {
      const text = random.chance(0.1) ? '' : someText(random, 400);
      return { kind: 'note', paper: random.pick(PAPERS.slice(0, 200)), text };
    }
    case 7: {
      const papers = somePapers(random);
      const put = { ...LIST_DEFAULTS, id: list, name: someText(random, 3), papers, created: 1 };
      return { kind: 'list.put', list: put, index: random.between(0, 3) };
    }
    case 8:
      return { kind: 'list.add', list, papers: somePapers(random) };
    case 9:
      return { kind: 'list.remove', list, papers: somePapers(random) };
    default:
      return random.chance(0.3)
        ? { kind: 'list.delete', list }
        : {
            kind: 'list.update',
            list,
            patch: { name: someText(random, 3), description: someText(random, 3) },
          };
  }
}

/** A state as text: equal for equal states, but for the times of marks and notes. */
export function fingerprint(state: ReaderState): string {
  const sorted = (papers: Iterable<PaperId>): readonly PaperId[] => [...papers].sort();
  const notes = Array.from(state.notes, ([paper, { text }]): readonly [PaperId, string] => [
    paper,
    text,
  ]);
  return JSON.stringify({
    read: sorted(state.read.keys()),
    starred: sorted(state.starred.keys()),
    notes: notes.sort(([a], [b]) => (a < b ? -1 : 1)),
    // A list that was read back has its fields in another order.
    lists: state.lists.map((list) => Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1))),
  });
}

/** Codes of what is refused because of the state that the edit meets: a list that is gone, or that is a smart one. */
export function isRefusal(code: string): boolean {
  return code === 'not-found' || code === 'invalid-input';
}
