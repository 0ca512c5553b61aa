/**
 * What a Korean word is without its particles and endings, as far as that can be told without a dictionary: 모델들에서는
 * → 모델, 학습시켰습니다 → 학습. Particles follow the sound before them (은 after a consonant, 는 after a vowel), which
 * keeps most words whole that only look like one with a particle. Whoever counts must still ask whether the stem stands
 * elsewhere too (docs/notes/overview.md).
 */
import { finalOf, isSyllable } from '../../shared/hangul.ts';

const FINAL_RIEUL = 8;
/** 모델들에서는: plural, case, topic. */
const MOST_PARTICLES = 3;

const AFTER_ANY = [
  ...['에서는', '에서도', '에서의', '에서', '에게서', '에게는', '에게', '에는', '에도', '에', '의'],
  ...['까지', '부터', '마다', '보다', '처럼', '만큼', '조차', '만', '도', '들', '등'],
];
const AFTER_CONSONANT = [
  '으로써',
  '으로서',
  '으로는',
  '으로',
  '이라는',
  '이라고',
  '이며',
  '이나',
  '은',
  '이',
  '을',
  '과',
];
const AFTER_VOWEL = ['라는', '라고', '며', '나', '는', '가', '를', '와'];
/** 모델로, 코드로: after a vowel or ㄹ. */
const AFTER_VOWEL_OR_RIEUL = ['로써', '로서', '로는', '로'];

/** Endings of 하다, 되다, 시키다, 이다 and of 적: what stands before them is a noun. */
const ENDING =
  /^([가-힣]{2,}?)(?:하[가-힣]*|합니다|한다?|할|함|했[가-힣]*|해[서야온]?|되[가-힣]*|된다?|될|됨|됩니다|됐[가-힣]*|시[키켜켰킵킨킬킴][가-힣]*|입니다|였습니다|적[가-힣]{0,3})$/;

/** The final consonant of the last syllable: 0 for none; null when the word ends with no syllable. */
function lastFinalOf(word: string): number | null {
  const code = word.charCodeAt(word.length - 1);
  return isSyllable(code) ? finalOf(code) : null;
}

function withoutParticle(word: string): string | null {
  const cut = (particles: readonly string[], fits: (final: number) => boolean): string | null => {
    for (const particle of particles) {
      if (!word.endsWith(particle)) continue;
      const stem = word.slice(0, -particle.length);
      const final = stem.length < 2 ? null : lastFinalOf(stem);
      if (final !== null && fits(final)) return stem;
    }
    return null;
  };
  return (
    cut(AFTER_CONSONANT, (final) => final !== 0) ??
    cut(AFTER_VOWEL, (final) => final === 0) ??
    cut(AFTER_VOWEL_OR_RIEUL, (final) => final === 0 || final === FINAL_RIEUL) ??
    cut(AFTER_ANY, () => true)
  );
}

/** What may be the stem of a word of Hangul, nearest to the word first; none when it has no particle or ending. */
export function stemsOf(word: string): readonly string[] {
  const stems: string[] = [];
  let rest = word;
  for (let step = 0; step < MOST_PARTICLES; step += 1) {
    const stem = withoutParticle(rest);
    if (stem === null) break;
    stems.push(stem);
    rest = stem;
  }
  for (const form of [word, ...stems]) {
    const noun = ENDING.exec(form)?.[1];
    if (noun !== undefined) stems.push(noun);
  }
  return stems;
}

/** Whether a word is a verb's or an adjective's form, of which no noun was left. */
export function isPredicate(word: string): boolean {
  return /(?:니다|[하되이]다|[았었였했됐]고|는데|지만|면서|[하되]여|어야|[으]며)$/.test(word);
}
