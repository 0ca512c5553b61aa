import type { Bits } from '../bits.ts';
import { eachRun, ownSlotOfWhole, type Runs } from './runs.ts';
import { Slots, type SlotCounts } from './slots.ts';

/** Papers to a block, so many that their bits for one run fill a cache line. */
const BLOCK = 512;
const BLOCK_WORDS = BLOCK / 32;

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

  /** Signatures whose slots are learned from the texts so far, of which `sample` gives some. */
  static learning(runs: Runs, counts: SlotCounts, sample: () => readonly string[]): Signatures {
    return new Signatures({
      runs,
      slots: new Slots([], counts.shared),
      learn: () => Slots.learned(sample(), runs, counts),
    });
  }

  /** Writes the signature of a text at a number that has none. */
  write(number: number, text: string): void {
    const block = this.#block(Math.floor(number / BLOCK));
    const { bits, slots } = block;
    block.held += 1;
    const word = (number % BLOCK) >>> 5;
    const bit = 1 << (number & 31);
    eachRun(text, this.#options.runs, slots, (slot) => {
      const at = slot * BLOCK_WORDS + word;
      bits[at] = (bits[at] ?? 0) | bit;
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
  narrow(set: Bits, words: readonly string[]): void {
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
        let left = 0;
        for (let word = 0; word < BLOCK_WORDS; word++) {
          const both = (set[first + word] ?? 0) & (block.bits[start + word] ?? 0);
          set[first + word] = both;
          left |= both;
        }
        if (left === 0) break;
      }
    }
  }

  /** Of a set those that hold one of the words for certain, as far as slots tell: a new set. */
  sure(set: Bits, words: readonly string[]): Bits {
    const sure = new Uint32Array(set.length);
    let slots: Slots | null = null;
    let starts: readonly number[] = [];
    for (let first = 0; first < set.length; first += BLOCK_WORDS) {
      const block = this.#blocks[first / BLOCK_WORDS];
      if (block === undefined) continue;
      if (slots !== block.slots) {
        const { slots: these } = block;
        slots = these;
        const own = words.map((word) => ownSlotOfWhole(word, this.#options.runs, these));
        starts = own.filter((slot) => slot >= 0).map((slot) => slot * BLOCK_WORDS);
      }
      for (const start of starts) {
        for (let word = 0; word < BLOCK_WORDS; word++) {
          const held = (set[first + word] ?? 0) & (block.bits[start + word] ?? 0);
          sure[first + word] = (sure[first + word] ?? 0) | held;
        }
      }
    }
    return sure;
  }

  /** Where the bits of what these words hold begin in a block. */
  #starts(words: readonly string[], slots: Slots): readonly number[] {
    const found = new Set<number>();
    for (const word of words) {
      eachRun(word, this.#options.runs, slots, (slot, head) => {
        // Who has each pair of a word's units has each of the units.
        if (head !== 0 || word.length === 1) found.add(slot * BLOCK_WORDS);
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
    const block = { bits: sharedWords(slots.size * BLOCK_WORDS), slots, held: 0 };
    while (this.#blocks.length < index) this.#blocks.push(undefined);
    this.#blocks[index] = block;
    return block;
  }
}

/**
 * Shared memory is not counted by V8, which collects its whole heap whenever 64 MB more outside of it were asked for. A block
 * stays as long as its papers, so that there would be nothing to find; other typed arrays come and go with each key.
 */
function sharedWords(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT));
}
