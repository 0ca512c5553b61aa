/** What there is to read in a list: progress, and how much text. */
import type { ListOverview, ReadingList, TextAmount } from '../../shared/model.ts';
import type { LibraryPaper } from '../library/library.ts';
import { Slicer } from '../slices.ts';
import type { ReaderState } from '../state/reader-state.ts';

/** More summaries than these are not read for an estimate: the rest is taken to be like them. */
const MOST_READ = 300;

interface Options {
  readonly list: ReadingList;
  /** Those of its papers that the library has, in order. */
  readonly papers: readonly LibraryPaper[];
  readonly state: ReaderState;
  readonly textOf: (paper: LibraryPaper) => Promise<string>;
}

/** Counts a list's papers and measures their summaries, in slices. */
export async function listOverview({
  list,
  papers,
  state,
  textOf,
}: Options): Promise<ListOverview> {
  const unread = papers.filter(({ id }) => !state.read.has(id));
  const slicer = new Slicer();
  const all = { hangul: 0, words: 0 };
  const left = { hangul: 0, words: 0 };
  const sample = spread(papers, MOST_READ);
  let leftSampled = 0;
  for (const paper of sample) {
    const amount = measure(await textOf(paper));
    add(all, amount);
    if (!state.read.has(paper.id)) {
      add(left, amount);
      leftSampled += 1;
    }
    await slicer.pause();
  }
  return {
    list,
    count: { total: papers.length, unread: unread.length },
    missing: list.query === null ? list.papers.length - papers.length : 0,
    all: scaled(all, sample.length, papers.length),
    unread: scaled(left, leftSampled, unread.length),
    sampled: sample.length,
  };
}

/** Hangul counts by syllables; everything else by words, each Chinese or Japanese character being one. */
export function measure(text: string): TextAmount {
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const others = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\d'’.-]*/gu,
  );
  return { hangul, words: others?.length ?? 0 };
}

function add(sum: { hangul: number; words: number }, amount: TextAmount): void {
  sum.hangul += amount.hangul;
  sum.words += amount.words;
}

function scaled({ hangul, words }: TextAmount, sampled: number, count: number): TextAmount {
  const factor = sampled === 0 ? 0 : count / sampled;
  return { hangul: Math.round(hangul * factor), words: Math.round(words * factor) };
}

/** At most `most` of the papers, taken evenly from the whole. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return items.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}
