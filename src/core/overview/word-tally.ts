/** The words that many texts have in common, Korean and English. */
import { eng, kor } from 'stopword';
import type { Tally } from '../../shared/model.ts';
import type { GivesWay } from '../slices.ts';
import { isPredicate, stemsOf } from './korean-stem.ts';
import { Tallies } from './tallies.ts';

/** What papers say of themselves whatever they are about; no list of stop words has it. */
const OF_EVERY_PAPER = [
  ...['paper', 'work', 'method', 'approach', 'result', 'show', 'propose', 'present', 'introduce'],
  ...[
    'using',
    'use',
    'used',
    'based',
    'via',
    'towards',
    'toward',
    'new',
    'novel',
    'study',
    'without',
  ],
  ...['however', 'existing', 'first', 'one', 'two', 'across', 'within', 'et', 'al', 'e.g', 'i.e'],
  ...[
    '논문',
    '연구',
    '방법',
    '방식',
    '접근',
    '제안',
    '소개',
    '제시',
    '결과',
    '사용',
    '활용',
    '이용',
    '통해',
    '위해',
  ],
  ...[
    '위한',
    '대한',
    '대해',
    '관한',
    '따라',
    '따른',
    '기존',
    '기반',
    '다양',
    '다양한',
    '새로운',
    '가능',
    '가능성',
    '필요',
  ],
  ...[
    '중요',
    '경우',
    '또한',
    '이러한',
    '이를',
    '이는',
    '있는',
    '있도록',
    '없는',
    '없이',
    '같은',
    '모든',
    '여러',
    '많은',
  ],
  ...[
    '높은',
    '특히',
    '최근',
    '현재',
    '매우',
    '더욱',
    '더',
    '보다',
    '위의',
    '그러나',
    '하지만',
    '우리',
    '우리의',
    '이전',
  ],
  ...[
    '추가',
    '입증',
    '확인',
    '뛰어난',
    '최신',
    '특정',
    '관련',
    '우수',
    '구성',
    '유지',
    '비교',
    '단일',
    '다른',
    '각각',
  ],
  ...[
    '수행',
    '제공',
    '보여',
    '보여줍니다',
    '나타',
    '향상',
    '개선',
    '문제',
    '과정',
    '작업',
    '포함',
    '적용',
    '달성',
    '해결',
  ],
];
const STOP: ReadonlySet<string> = new Set([...eng, ...kor, ...OF_EVERY_PAPER]);

const WORD = /[가-힣]{2,20}|[A-Za-z][A-Za-z0-9]*(?:[-.+][A-Za-z0-9]+)*/g;
const HANGUL = /^[가-힣]/;
/** Forms of 있다, 없다, 것 and of 하다 that stand alone. */
const NO_NOUN = /^(?:[있없]|것|하[는고며지여]|[한할]$|개의$|가지|가진|비해|크게)/;
const NO_WORDS = /https?:\/\/\S+|\$[^$\n]*\$|```[\s\S]*?```|\\[a-z]+/g;

/** By what a word counts as: how it is mostly written. */
type Faces = ReadonlyMap<string, string>;

/** The words of a text as they are written, each once. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.replace(NO_WORDS, ' ').match(WORD));
}

/** The words of some texts, counted again and again while what is read of them changes. */
export class WordTally {
  readonly #texts: readonly ReadonlySet<string>[];
  /** In how many of the texts each word as written occurs. */
  readonly #written = new Map<string, number>();
  #made: { readonly bases: readonly (readonly string[])[]; readonly faces: Faces } | null = null;

  /** texts: of each its words. */
  constructor(texts: readonly ReadonlySet<string>[]) {
    this.#texts = texts;
  }

  /**
   * The words that most texts have, as they are mostly written; stop words and single letters left out. isRead: of the text
   * at a place.
   */
  async top(
    most: number,
    isRead: (text: number) => boolean,
    slices: GivesWay,
  ): Promise<readonly Tally[]> {
    this.#made ??= await this.#make(slices);
    const { bases, faces } = this.#made;
    const tallies = new Tallies();
    for (const [text, words] of bases.entries()) {
      const read = isRead(text);
      for (const base of words) tallies.add(base, read);
      await slices.pause();
    }
    const top = await tallies.top(most, slices);
    return top.map((tally) => ({ ...tally, name: faces.get(tally.name) ?? tally.name }));
  }

  async #make(slices: GivesWay): Promise<{ bases: string[][]; faces: Faces }> {
    for (const words of this.#texts) {
      for (const word of words) this.#written.set(word, (this.#written.get(word) ?? 0) + 1);
      await slices.pause();
    }
    const baseOf = await this.#bases(slices);
    const bases: string[][] = [];
    for (const words of this.#texts) {
      const own = new Set<string>();
      for (const word of words) {
        const base = baseOf.get(word);
        if (base !== undefined) own.add(base);
      }
      bases.push([...own]);
      await slices.pause();
    }
    return { bases, faces: this.#faces(baseOf) };
  }

  /** What each word counts as; a word that is not counted has no entry. */
  async #bases(slices: GivesWay): Promise<ReadonlyMap<string, string>> {
    const singulars = new Set<string>();
    const stems = new Map<string, readonly string[]>();
    /** How many written words each Korean stem would explain; a word that stands alone explains itself. */
    const support = new Map<string, number>();
    for (const word of this.#written.keys()) {
      if (!HANGUL.test(word)) {
        singulars.add(word.toLowerCase());
        continue;
      }
      const own = stemsOf(word);
      stems.set(word, own);
      for (const form of new Set([word, ...own])) support.set(form, (support.get(form) ?? 0) + 1);
      await slices.pause();
    }
    const bases = new Map<string, string>();
    for (const word of this.#written.keys()) {
      const own = stems.get(word);
      const base =
        own === undefined ? englishBase(word, singulars) : koreanBase(word, own, support);
      if (base !== null && !STOP.has(base)) bases.set(word, base);
      await slices.pause();
    }
    return bases;
  }

  /** The most common way in which each English word is written: LLM, StepCoder. */
  #faces(baseOf: ReadonlyMap<string, string>): Faces {
    const faces = new Map<string, readonly [word: string, texts: number]>();
    for (const [word, number] of this.#written) {
      const base = baseOf.get(word);
      if (base === undefined || word.toLowerCase() !== base) continue;
      if (number > (faces.get(base)?.[1] ?? 0)) faces.set(base, [word, number]);
    }
    return new Map([...faces].map(([base, [word]]) => [base, word]));
  }
}

/** The shortest stem that other words share; the word itself when none does. Null for what is no noun or a stop word. */
function koreanBase(
  word: string,
  stems: readonly string[],
  support: ReadonlyMap<string, number>,
): string | null {
  if (STOP.has(word) || NO_NOUN.test(word)) return null;
  const stem = stems.findLast((form) => (support.get(form) ?? 0) >= 2);
  if (stem !== undefined) return stem;
  return isPredicate(word) ? null : word;
}

/** Lower case, a plural as its singular where that occurs too. Null for single letters. */
function englishBase(word: string, known: ReadonlySet<string>): string | null {
  const lower = word.toLowerCase();
  if (lower.length < 2) return null;
  const singular = lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
  return singular.length > 2 && known.has(singular) ? singular : lower;
}
