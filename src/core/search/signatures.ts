/** Bits of a text's signature: with some 600 different pairs in a summary, a pair that is absent passes once in four. */
const BITS = 2048;
const WORDS = BITS / 32;
const FIRST_SLOTS = 1024;
/** Of control characters and the space: words are looked for, and they hold none. */
const LAST_BLANK = 0x20;

function bitOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca77)) >>> 21;
}

/** The bits that the signature of every text with this word has; none for a single character. */
export function bitsOf(word: string): readonly number[] {
  const bits: number[] = [];
  for (let index = 1; index < word.length; index++) {
    bits.push(bitOf(word.charCodeAt(index - 1), word.charCodeAt(index)));
  }
  return bits;
}

/**
 * Signatures of texts (superimposed coding): one bit for each pair of neighbouring characters. A text that lacks a bit of a
 * word does not hold the word, and need not be scanned; one that has them all may hold it.
 */
export class Signatures {
  #words = new Uint32Array(FIRST_SLOTS * WORDS);

  /** Replaces the signature at a slot (0, 1, …) by that of a text. */
  write(slot: number, text: string): void {
    const start = slot * WORDS;
    if (start >= this.#words.length) this.#grow(start + WORDS);
    const words = this.#words;
    words.fill(0, start, start + WORDS);
    let first = 0;
    for (let index = 0; index < text.length; index++) {
      const second = text.charCodeAt(index);
      if (first > LAST_BLANK && second > LAST_BLANK) {
        const bit = bitOf(first, second);
        const at = start + (bit >>> 5);
        words[at] = (words[at] ?? 0) | (1 << (bit & 31));
      }
      first = second;
    }
  }

  /** False when the text at the slot surely lacks one of the bits' words. */
  mayHold(slot: number, bits: readonly number[]): boolean {
    const start = slot * WORDS;
    for (const bit of bits) {
      if (((this.#words[start + (bit >>> 5)] ?? 0) & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }

  #grow(needed: number): void {
    const grown = new Uint32Array(Math.max(needed, this.#words.length * 2));
    grown.set(this.#words);
    this.#words = grown;
  }
}
