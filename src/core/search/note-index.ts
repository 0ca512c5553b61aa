/** What the reader's notes hold, folded: apart from the digests' texts, since a note is state and changes by itself. */
import type { Note } from '../../shared/model.ts';
import { fold } from '../../shared/query/fold.ts';
import type { TextNode } from '../../shared/query/syntax.ts';
import { hasBit, setBit, type Bits } from '../bits.ts';
import { indexOfTerm, toTerm } from './term.ts';

interface Folded {
  readonly note: Note;
  readonly text: string;
}

/** The notes of the papers in the library, by number. They are few and short: a word is looked for in each. */
export class NoteIndex {
  readonly #notes = new Map<number, Folded>();

  get size(): number {
    return this.#notes.size;
  }

  /** Takes in the note that a number has now, or that it has none. A note that is the same object is known already. */
  set(number: number, note: Note | undefined): void {
    if (note === undefined) this.#notes.delete(number);
    else if (this.#notes.get(number)?.note !== note) {
      this.#notes.set(number, { note, text: fold(note.text) });
    }
  }

  /** The papers of a set whose notes hold the words; a new set. */
  find(node: TextNode, within: Bits): Bits {
    const found = new Uint32Array(within.length);
    const term = toTerm(node);
    for (const [number, { text }] of this.#notes) {
      if (hasBit(within, number) && indexOfTerm(text, term, 0) >= 0) setBit(found, number);
    }
    return found;
  }
}
