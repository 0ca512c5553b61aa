/** Papers to a block, so many that their bits for one pair fill a cache line. */
const BLOCK = 512;
const BLOCK_WORDS = BLOCK / 32;

/**
 * Signatures of texts (superimposed coding), bit by bit: for each of some thousand hashes, which of the papers have a run of
 * characters with this hash. A paper that lacks one run of a word does not hold the word, and need not be scanned; one that
 * has them all may hold it. A word is looked up in a few cache lines for every 512 papers.
 */
export class Signatures {
  readonly #bits: number;
  readonly #runs: (text: string, visit: (hash: number) => void) => void;
  readonly #blocks: Uint32Array[] = [];

  /** bits: of a signature, a power of two. runs: visits the hash of each run of a text; only the lowest bits count. */
  constructor(bits: number, runs: (text: string, visit: (hash: number) => void) => void) {
    this.#bits = bits;
    this.#runs = runs;
  }

  /** Writes the signature of a text at a number that has none. */
  write(number: number, text: string): void {
    const block = this.#block(Math.floor(number / BLOCK));
    const word = (number % BLOCK) >>> 5;
    const bit = 1 << (number & 31);
    const mask = this.#bits - 1;
    this.#runs(text, (hash) => {
      const at = (hash & mask) * BLOCK_WORDS + word;
      block[at] = (block[at] ?? 0) | bit;
    });
  }

  /** Takes the signature at a number away. */
  clear(number: number): void {
    const block = this.#blocks[Math.floor(number / BLOCK)];
    if (block === undefined) return;
    const bit = ~(1 << (number & 31));
    for (let at = (number % BLOCK) >>> 5; at < block.length; at += BLOCK_WORDS) {
      block[at] = (block[at] ?? 0) & bit;
    }
  }

  /** Narrows a set (bits by number) to those that may hold every one of the words. */
  narrow(set: Uint32Array, words: readonly string[]): void {
    const hashes = new Set<number>();
    for (const word of words) this.#runs(word, (hash) => hashes.add(hash & (this.#bits - 1)));
    const starts = [...hashes].map((hash) => hash * BLOCK_WORDS);
    for (let first = 0; first < set.length; first += BLOCK_WORDS) {
      const block = this.#blocks[first / BLOCK_WORDS];
      for (const start of starts) {
        for (let word = 0; word < BLOCK_WORDS; word++) {
          set[first + word] = (set[first + word] ?? 0) & (block?.[start + word] ?? 0);
        }
      }
    }
  }

  #block(index: number): Uint32Array {
    return (this.#blocks[index] ??= new Uint32Array(this.#bits * BLOCK_WORDS));
  }
}

/** Of control characters and the space: words are looked for, and they hold none. */
const LAST_BLANK = 0x20;

/** Visits a hash of each single character and of each pair of neighbours. */
export function pairs(text: string, visit: (hash: number) => void): void {
  let first = 0;
  for (let index = 0; index < text.length; index++) {
    const second = text.charCodeAt(index);
    if (second > LAST_BLANK) {
      visit(mixed(Math.imul(second, 0x9e3779b1)));
      if (first > LAST_BLANK) {
        visit(mixed(Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca77)));
      }
    }
    first = second;
  }
}

function mixed(product: number): number {
  return (product ^ (product >>> 15)) >>> 0;
}
