/** Random edits of a reader: all kinds that a page may ask for. */
import {
  LIST_COLOURS,
  LIST_DEFAULTS,
  READ_NEXT,
  type Change,
  type ListId,
  type PaperId,
  type SingleChange,
} from '../../src/shared/model.ts';
import type { Random } from '../bench/random.ts';

const PAPERS: readonly PaperId[] = Array.from({ length: 1_000 }, (_, index) => `arxiv:${index}`);
/** Few, so that each has many versions. */
const NOTED = PAPERS.slice(0, 20);
const LISTS: readonly ListId[] = ['a', 'b', 'c', 'd', READ_NEXT];
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
  const many = random.chance(0.1) ? 600 : 5;
  const from = random.between(0, PAPERS.length - 1);
  return PAPERS.slice(from, from + random.between(1, many));
}

/** Some words, at random. */
export function someText(random: Random, words: number): string {
  return Array.from({ length: random.between(1, words) }, () => random.pick(WORDS)).join(' ');
}

/** A paper that has a note, or may get one. */
export function notedPaper(random: Random): PaperId {
  return random.pick(NOTED);
}

/** What a reader might do next; some of it does nothing, some names a list that is not there. */
export function anyEdit(random: Random): Change {
  if (random.chance(0.9)) return singleEdit(random);
  const changes = Array.from({ length: random.between(1, 4) }, () => singleEdit(random));
  return { kind: 'batch', name: null, changes };
}

function singleEdit(random: Random): SingleChange {
  switch (random.between(1, 8)) {
    case 1:
    case 2:
      return { kind: 'read', papers: somePapers(random), value: random.chance(0.7) };
    case 3:
      return { kind: 'star', papers: somePapers(random), value: random.chance(0.5) };
    case 4:
    case 5: {
      const text = random.chance(0.1) ? '' : someText(random, 30);
      return { kind: 'note', paper: notedPaper(random), text };
    }
    case 6:
      return settingEdit(random);
    default:
      return listEdit(random);
  }
}

function settingEdit(random: Random): SingleChange {
  const value = random.chance(0.5);
  switch (random.between(1, 4)) {
    case 1:
      return { kind: 'media.paper', paper: random.pick(PAPERS), value };
    case 2:
      return { kind: 'media.folder', path: random.pick(['/digests', '/다이제스트']), value };
    default:
      return {
        kind: 'settings',
        patch: {
          theme: random.pick(['system', 'light', 'dark'] as const),
          mediaAlways: value,
          exportTemplate: someText(random, 5),
        },
      };
  }
}

function listEdit(random: Random): SingleChange {
  const list = random.pick(LISTS);
  const group = random.pick(['', 'Thesis', '논문/2장']);
  switch (random.between(1, 7)) {
    case 1: {
      const [name, papers] = [someText(random, 3), somePapers(random)];
      const put = { ...LIST_DEFAULTS, id: list, name, papers, group, created: 1 };
      return { kind: 'list.put', list: put, index: random.between(0, 3) };
    }
    case 2:
      return { kind: 'list.add', list, papers: somePapers(random) };
    case 3:
      return { kind: 'list.remove', list, papers: somePapers(random) };
    case 4:
      return { kind: 'list.order', list, papers: somePapers(random).toReversed() };
    case 5:
      return { kind: 'list.move', list, index: random.between(0, 4), group };
    case 6:
      return random.chance(0.3) ? { kind: 'list.delete', list } : listUpdate(random, list);
    default:
      return listUpdate(random, list);
  }
}

function listUpdate(random: Random, list: ListId): SingleChange {
  const patch = {
    name: someText(random, 3),
    description: someText(random, 3),
    colour: random.pick([...LIST_COLOURS, null]),
    group: someText(random, 2),
    // Of a list that holds papers it is refused.
    ...(random.chance(0.3) ? { query: 'votes:>20' } : {}),
  };
  return { kind: 'list.update', list, patch };
}
