/** Which notes mention which papers, by the links in their texts (shared/wiki-links.ts). */
import type { Mention, Note, PaperId } from '../../shared/model.ts';
import { wikiLinks, type WikiLink } from '../../shared/wiki-links.ts';
import type { Library } from '../library/library.ts';
import type { ReaderState } from '../state/reader-state.ts';

const MOST = 200;
const LONGEST_LINE = 400;

/** Finds the notes that link to a paper. A note is parsed once: it is another object when its text changes. */
export class Mentions {
  readonly #library: Library;
  readonly #state: ReaderState;
  readonly #links = new WeakMap<Note, readonly WikiLink[]>();

  constructor(library: Library, state: ReaderState) {
    this.#library = library;
    this.#state = state;
  }

  /** Mentions of a paper in other papers' notes, the latest note first. */
  of(paper: PaperId): readonly Mention[] {
    const found: { readonly mention: Mention; readonly updated: number }[] = [];
    for (const [id, note] of this.#state.notes) {
      if (id === paper) continue;
      const link = this.#linksOf(note).find((candidate) => candidate.paper === paper);
      if (link === undefined) continue;
      const known = this.#library.papers.get(id);
      const mention = {
        id,
        title: known?.title ?? null,
        date: known?.date ?? null,
        line: lineAround(note.text, link),
      };
      found.push({ mention, updated: note.updated });
    }
    return found
      .sort((a, b) => b.updated - a.updated)
      .slice(0, MOST)
      .map(({ mention }) => mention);
  }

  #linksOf(note: Note): readonly WikiLink[] {
    const known = this.#links.get(note);
    if (known !== undefined) return known;
    const links = wikiLinks(note.text);
    this.#links.set(note, links);
    return links;
  }
}

/** The line that holds a link; of an endless one, what stands around it. */
function lineAround(text: string, { from, to }: WikiLink): string {
  const start = Math.max(text.lastIndexOf('\n', from) + 1, from - LONGEST_LINE);
  const end = text.indexOf('\n', to);
  return text.slice(start, Math.min(end < 0 ? text.length : end, to + LONGEST_LINE)).trim();
}
