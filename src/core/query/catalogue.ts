/**
 * The library's papers by number, so that sets of them are bits and orders are numbers; and the reader's marks as sets. A paper
 * keeps its number while the program runs, also when it goes and comes back: whoever holds numbers holds papers.
 */
import type { PaperId } from '../../shared/model.ts';
import type { Library, LibraryPaper } from '../library/library.ts';
import type { ReaderState } from '../state/reader-state.ts';
import { setBit, type Bits } from '../bits.ts';
import type { Numbers } from './numbers.ts';
import { NoteIndex } from '../search/note-index.ts';

/** Papers to a block: sets grow by whole ones, as the index's signatures do. */
export const BLOCK = 512;

export class Catalogue {
  /** The words of the reader's notes on these papers. */
  readonly notes = new NoteIndex();
  readonly #library: Library;
  readonly #state: ReaderState;
  readonly #numbers = new Map<PaperId, number>();
  readonly #papers: (LibraryPaper | undefined)[] = [];
  /** Beside the papers, since a long answer is nothing but these. */
  readonly #ids: PaperId[] = [];
  /** Of papers that went. */
  readonly #past = new Map<PaperId, number>();
  #present: Bits = new Uint32Array(BLOCK / 32);
  #read: Bits = new Uint32Array(BLOCK / 32);
  #starred: Bits = new Uint32Array(BLOCK / 32);
  #noted: Bits = new Uint32Array(BLOCK / 32);
  #version = 0;
  #marksVersion = 0;

  constructor(library: Library, state: ReaderState) {
    this.#library = library;
    this.#state = state;
  }

  /** Grows with every change of papers. */
  get version(): number {
    return this.#version;
  }

  /** Grows with every change of marks. */
  get marksVersion(): number {
    return this.#marksVersion;
  }

  /** Numbers are below this. */
  get capacity(): number {
    return this.#present.length * 32;
  }

  /** Numbers that stand for a paper. */
  get present(): Bits {
    return this.#present;
  }

  get read(): Bits {
    return this.#read;
  }

  get starred(): Bits {
    return this.#starred;
  }

  get noted(): Bits {
    return this.#noted;
  }

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(id: PaperId): number | undefined {
    return this.#numbers.get(id);
  }

  paper(number: number): LibraryPaper | undefined {
    return this.#papers[number];
  }

  /** The id of a number, also of a paper that went. */
  id(number: number): PaperId {
    return this.#ids[number] ?? '';
  }

  /** The ids of numbers, also of papers that went. */
  ids(numbers: Numbers): readonly PaperId[] {
    const ids = new Array<PaperId>(numbers.length);
    for (let at = 0; at < ids.length; at++) ids[at] = this.id(numbers[at] ?? 0);
    return ids;
  }

  /** A set of papers, without those that the library does not have. */
  setOf(ids: Iterable<PaperId>): Bits {
    const bits = new Uint32Array(this.#present.length);
    for (const id of ids) {
      const number = this.#numbers.get(id);
      if (number !== undefined) setBit(bits, number);
    }
    return bits;
  }

  /** The set of papers for which a test holds. */
  where(test: (paper: LibraryPaper) => boolean): Bits {
    const bits = new Uint32Array(this.#present.length);
    this.#papers.forEach((paper, number) => {
      if (paper !== undefined && test(paper)) setBit(bits, number);
    });
    return bits;
  }

  /** Takes in papers that came, changed or went in the library. Gives the numbers of those that went. */
  papersChanged(ids: readonly PaperId[]): readonly number[] {
    if (ids.length === 0) return [];
    this.#version += 1;
    const gone: number[] = [];
    for (const id of ids) {
      const paper = this.#library.papers.get(id);
      const known = this.#numbers.get(id);
      if (paper === undefined) {
        if (known === undefined) continue;
        this.#drop(id, known);
        gone.push(known);
      } else {
        const number = known ?? this.#add(id);
        this.#papers[number] = paper;
      }
    }
    return gone;
  }

  /** Takes in that the reader's marks of these papers changed. */
  marksChanged(ids: readonly PaperId[]): void {
    this.#marksVersion += 1;
    for (const id of ids) {
      const number = this.#numbers.get(id);
      if (number !== undefined) this.#mark(id, number);
    }
  }

  /** Takes in that the reader's state is another one, as a whole. */
  allMarksChanged(): void {
    this.marksChanged([...this.#numbers.keys()]);
  }

  #add(id: PaperId): number {
    const number = this.#past.get(id) ?? this.#ids.length;
    this.#past.delete(id);
    if (number >= this.capacity) this.#grow();
    this.#numbers.set(id, number);
    this.#ids[number] = id;
    setBit(this.#present, number);
    this.#mark(id, number);
    return number;
  }

  #drop(id: PaperId, number: number): void {
    this.#numbers.delete(id);
    this.#papers[number] = undefined;
    this.notes.set(number, undefined);
    this.#past.set(id, number);
    for (const bits of [this.#present, this.#read, this.#starred, this.#noted]) {
      setBit(bits, number, false);
    }
  }

  #mark(id: PaperId, number: number): void {
    const { read, starred, notes } = this.#state;
    setBit(this.#read, number, read.has(id));
    setBit(this.#starred, number, starred.has(id));
    const note = notes.get(id);
    setBit(this.#noted, number, note !== undefined);
    this.notes.set(number, note);
  }

  #grow(): void {
    const length = this.#present.length + Math.max(BLOCK / 32, blocks(this.#present.length / 2));
    const grown = (bits: Bits): Bits => {
      const copy = new Uint32Array(length);
      copy.set(bits);
      return copy;
    };
    this.#present = grown(this.#present);
    this.#read = grown(this.#read);
    this.#starred = grown(this.#starred);
    this.#noted = grown(this.#noted);
  }
}

/** Words of whole blocks. */
function blocks(words: number): number {
  return Math.ceil(words / (BLOCK / 32)) * (BLOCK / 32);
}
