/** Hangul as a two-set (2-beolsik) input method shows it while it is typed. */
import { assemble, disassemble } from 'es-hangul';

/** What stands in a field, and where what the input method composes ends. */
export interface Shown {
  readonly search: string;
  readonly composing?: number;
}

/** All that stands in the field while something is typed, letter by letter; Hangul is composed, and then finished. */
export function typed(text: string): readonly Shown[] {
  let before = '';
  return (text.match(/[가-힣]+|[^가-힣]/g) ?? []).flatMap((part): readonly Shown[] => {
    const states = /[ㄱ-ㅎ가-힣]/.test(part) ? composed(part) : [];
    const shown = states.map((state) => ({
      search: before + state,
      composing: before.length + state.length,
    }));
    before += part;
    return [...shown, { search: before }];
  });
}

/** All that stands in the field while a word is typed: of 모델 that is ㅁ, 모, 몯, 모데 and 모델. */
export function composed(word: string): readonly string[] {
  const keys = Array.from(disassemble(word));
  return keys.map((_, at) => assemble(keys.slice(0, at + 1)));
}
