/** Papers by what was typed of their titles, for completing a link. */
import type { PaperId, PaperName } from '../../shared/model.ts';
import type { Library } from '../library/library.ts';
import type { ReaderState } from '../state/reader-state.ts';

interface Options {
  readonly library: Library;
  readonly state: ReaderState;
  /** Ids that match a search, those in the title first. */
  readonly search: (text: string) => readonly PaperId[];
}

/** At most `limit` papers for what was typed, best first; nothing typed: those read last, newest first. */
export function findPapers(
  { library, state, search }: Options,
  text: string,
  limit: number,
): readonly PaperName[] {
  const ids = text.trim() === '' ? [...state.read.keys()].reverse() : search(text);
  const names: PaperName[] = [];
  for (const id of ids) {
    if (names.length === limit) break;
    const paper = library.papers.get(id);
    if (paper !== undefined) names.push({ id, title: paper.title, date: paper.date });
  }
  return names;
}
