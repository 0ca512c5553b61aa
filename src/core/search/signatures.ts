import type { Slots } from './slots.ts';

/** Papers to a block, so many that their bits for one run fill a cache line. */
const BLOCK = 512;
export const BLOCK_WORDS = BLOCK / 32;

/**
 * Takes a run of a text: a number above 0. `long` ones hold another that was visited just before, and count only where they
 * have slots of their own. Tells whether one that holds this one is worth a visit.
 */
type Visit = (run: number, long: boolean) => boolean;

/** The runs of characters that texts are known by. */
export interface Runs {
  /** Visits each run of a text; the same one perhaps several times. */
  readonly each: (text: string, visit: Visit) => void;
  /** The run that a text is as a whole; null when it is none. */
  readonly whole: (text: string) => number | null;
}

export interface SignaturesOptions {
  readonly runs: Runs;
  /** Of the first papers. */
  readonly slots: Slots;
  /** Slots for papers that come, made for what those before are like; null when the first ones serve all. */
  readonly learn: (() => Slots) | null;
}

interface Block {
  readonly bits: Uint32Array;
  readonly slots: Slots;
  /** Signatures written and not taken away. */
  held: number;
}

/**
 * Signatures of texts (superimposed coding), bit by bit: for each of some thousand slots, which of the papers have a run of
 * characters that it stands for. A paper that lacks one run of a word does not hold the word, and need not be scanned; one
 * that has them all may hold it, and does, where the word is one run that has its slot to itself. A word is looked up in a few
 * cache lines for every 512 papers.
 */
export class Signatures {
  readonly #options: SignaturesOptions;
  readonly #blocks: (Block | undefined)[] = [];
  #newest: Slots;

  constructor(options: SignaturesOptions) {
    this.#options = options;
    this.#newest = options.slots;
  }

  /** Writes the signature of a text at a number that has none. */
  write(number: number, text: string): void {
    const block = this.#block(Math.floor(number / BLOCK));
    const { bits, slots } = block;
    block.held += 1;
    const word = (number % BLOCK) >>> 5;
    const bit = 1 << (number & 31);
    this.#options.runs.each(text, (run, long) => {
      const slot = long ? slots.ownSlotOf(run) : slots.slotOf(run);
      if (slot < 0) return false;
      const at = slot * BLOCK_WORDS + word;
      bits[at] = (bits[at] ?? 0) | bit;
      return slots.isOwn(slot);
    });
  }

  /** Takes away the signature that was written at a number. */
  clear(number: number): void {
    const index = Math.floor(number / BLOCK);
    const block = this.#blocks[index];
    if (block === undefined) return;
    const { bits } = block;
    block.held -= 1;
    // Of a folder that was closed nothing stays in memory.
    if (block.held === 0) this.#blocks[index] = undefined;
    const bit = ~(1 << (number & 31));
    for (let at = (number % BLOCK) >>> 5; at < bits.length; at += BLOCK_WORDS) {
      bits[at] = (bits[at] ?? 0) & bit;
    }
  }

  /** Narrows a set (bits by number) to those that may hold every one of the words. */
  narrow(set: Uint32Array, words: readonly string[]): void {
    let slots: Slots | null = null;
    let starts: readonly number[] = [];
    for (let first = 0; first < set.length; first += BLOCK_WORDS) {
      const block = this.#blocks[first / BLOCK_WORDS];
      if (block === undefined) {
        set.fill(0, first, first + BLOCK_WORDS);
        continue;
      }
      if (slots !== block.slots) {
        ({ slots } = block);
        starts = this.#starts(words, slots);
      }
      for (const start of starts) {
        for (let word = 0; word < BLOCK_WORDS; word++) {
          set[first + word] = (set[first + word] ?? 0) & (block.bits[start + word] ?? 0);
        }
      }
    }
  }

  /** For each block of papers, whether `narrow` leaves exactly those that hold the word; null when it does for none. */
  certain(word: string): Uint8Array | null {
    const run = this.#options.runs.whole(word);
    if (run === null) return null;
    return Uint8Array.from(this.#blocks, (block) =>
      (block?.slots.ownSlotOf(run) ?? -1) < 0 ? 0 : 1,
    );
  }

  /** Where the bits of what these words hold begin in a block. */
  #starts(words: readonly string[], slots: Slots): readonly number[] {
    const found = new Set<number>();
    for (const word of words) {
      this.#options.runs.each(word, (run, long) => {
        const slot = long ? slots.ownSlotOf(run) : slots.slotOf(run);
        if (slot < 0) return false;
        found.add(slot * BLOCK_WORDS);
        return slots.isOwn(slot);
      });
    }
    return [...found];
  }

  #block(index: number): Block {
    const known = this.#blocks[index];
    if (known !== undefined) return known;
    const { learn } = this.#options;
    // Learned anew whenever twice as many have come: what was opened first need not be what most is like.
    if (learn !== null && index > 0 && (index & (index - 1)) === 0) this.#newest = learn();
    const slots = this.#newest;
    const block = { bits: new Uint32Array(slots.size * BLOCK_WORDS), slots, held: 0 };
    while (this.#blocks.length < index) this.#blocks.push(undefined);
    this.#blocks[index] = block;
    return block;
  }
}

/** Of control characters and the space: words are looked for, and they hold none. */
const LAST_BLANK = 0x20;

/** Each single character and each pair of neighbours. */
export const PAIRS: Runs = {
  each(text, visit) {
    let first = 0;
    for (let index = 0; index < text.length; index++) {
      const second = text.charCodeAt(index);
      if (second > LAST_BLANK) {
        visit(second, false);
        if (first > LAST_BLANK) visit(((first << 16) | second) >>> 0, false);
      }
      first = second;
    }
  },
  whole(text) {
    const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
    if (text.length === 1 && first > LAST_BLANK) return first;
    if (text.length !== 2 || first <= LAST_BLANK || second <= LAST_BLANK) return null;
    return ((first << 16) | second) >>> 0;
  },
};
