const ZERO = 0x30;
const NINE = 0x39;
const A = 0x61;
const Z = 0x7a;
const LAST_ASCII = 0x7f;
/** Letters of scripts that write words apart. Korean ones grow together (강화학습): each of their syllables begins one. */
const SPACED =
  /[^\P{L}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{N}|\p{M}/u;

function isOfWord(code: number): boolean {
  if (code <= LAST_ASCII) return (code >= A && code <= Z) || (code >= ZERO && code <= NINE);
  return SPACED.test(String.fromCharCode(code));
}

/** Whether a word begins at this place of a folded text: `lora` in `dora and lora`, not in `exploratory`; 학습 in 강화학습. */
export function isWordStart(folded: string, at: number): boolean {
  return at === 0 || !isOfWord(folded.charCodeAt(at - 1)) || !isOfWord(folded.charCodeAt(at));
}
