import type { PaperRow } from '../../shared/model.ts';
import type { LibraryPaper } from '../library/library.ts';
import type { ReaderState } from '../state/reader-state.ts';

/** A paper of the library with the reader's own marks, as the list shows it. */
export function toRow(paper: LibraryPaper, state: ReaderState): PaperRow {
  const { id, title, authors, date, votes, media } = paper;
  return {
    id,
    title,
    authors,
    date,
    votes,
    media: media.find((medium) => medium.kind === 'video')?.kind ?? media[0]?.kind ?? null,
    read: state.read.has(id),
    starred: state.starred.has(id),
    noted: state.notes.has(id),
  };
}
