/** Single papers: the row, the reading pane's whole, its media, and papers on their way out. */
import { AppError } from '../shared/errors.ts';
import type {
  DayPaper,
  IsoDate,
  MediaAllowed,
  MediaItem,
  PaperDetail,
  PaperId,
  PaperRow,
} from '../shared/model.ts';
import type { Folders } from './folders/folders.ts';
import type { Texts } from './folders/texts.ts';
import type { Library, LibraryPaper } from './library/library.ts';
import { noteSnippet } from './notes/snippet.ts';
import type { FoundInNotes } from './query/results.ts';
import { toRow } from './query/row.ts';
import type { ReaderState } from './state/reader-state.ts';

/** A paper that is printed every day: older summaries than these are not read for it. */
const MAX_SUMMARIES = 100;

const LEAD_LENGTH = 800;

export interface PapersOptions {
  readonly library: Library;
  readonly texts: Texts;
  readonly state: ReaderState;
  readonly folders: Folders;
}

/** How many of the papers whose media may load are listed; taking back goes for all of them. */
const LISTED_ALLOWED = 200;

/** `media/<base64url of the paper's id>/<index>`: says nothing of the address, and needs no escaping. */
function mediaSrc(paper: PaperId, index: number): string {
  return `media/${Buffer.from(paper).toString('base64url')}/${index}`;
}

/** Enough for a few lines on a page; never half a character. */
function beginning(text: string): string {
  return text
    .trimStart()
    .slice(0, LEAD_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '');
}

export class Papers {
  readonly #options: PapersOptions;

  constructor(options: PapersOptions) {
    this.#options = options;
  }

  /** For each of these papers the address to give to others, or null. */
  addresses(papers: readonly PaperId[]): readonly (string | null)[] {
    return papers.map((id) => {
      const links = this.#options.library.papers.get(id)?.links;
      return links?.abstract ?? links?.page ?? links?.pdf ?? null;
    });
  }

  /**
   * A row, with a part of its note where a search found it by that alone; one whose file has gone since keeps its place
   * under its bare identity until the list is read again.
   */
  row(id: PaperId, inNotes?: FoundInNotes): PaperRow {
    const { library, state } = this.#options;
    const gone: LibraryPaper = {
      id,
      title: id,
      arxivId: null,
      links: { page: null, abstract: null, pdf: null, project: null, code: null },
      authors: [],
      date: null,
      votes: null,
      media: [],
      appearances: [],
    };
    const row = toRow(library.papers.get(id) ?? gone, state);
    const note = inNotes?.papers.has(id) ? state.notes.get(id) : undefined;
    const snippet = note === undefined ? null : noteSnippet(note.text, inNotes?.words ?? []);
    return snippet === null ? row : { ...row, noteSnippet: snippet };
  }

  /** Errors: not-found. */
  async detail(id: PaperId): Promise<PaperDetail> {
    const { state, texts, folders } = this.#options;
    const paper = this.#get(id);
    const appearances = await folders.distinct(paper.appearances);
    const summaries = await texts.each(appearances.slice(0, MAX_SUMMARIES));
    return {
      ...toRow(paper, state),
      arxivId: paper.arxivId,
      links: paper.links,
      mediaItems: paper.media.map((medium, index): MediaItem => ({
        ...medium,
        src: mediaSrc(id, index),
      })),
      mediaAllowed: this.#mediaAllowed(paper),
      text: summaries.find((text) => text !== '') ?? '',
      appearances: appearances.map(({ folder, file, paper: { date, votes } }, index) => ({
        folder,
        file,
        date,
        votes,
        text: summaries[index] ?? '',
      })),
      note: state.notes.get(id) ?? null,
      lists: state.lists.filter(({ papers }) => papers.includes(id)).map((list) => list.id),
    };
  }

  /** A paper as the page of a day shows it; null when that day does not print it any more. */
  ofDay(id: PaperId, day: IsoDate): DayPaper | null {
    const { library, state } = this.#options;
    const paper = library.papers.get(id);
    const printed = paper?.appearances.find(({ paper: { date } }) => date === day);
    if (paper === undefined || printed === undefined) return null;
    const image = paper.media.findIndex(({ kind }) => kind === 'image');
    return {
      ...toRow(paper, state),
      folder: printed.folder,
      image: image < 0 ? null : { src: mediaSrc(id, image), allowed: this.#mediaAllowed(paper) },
      lead: '',
    };
  }

  /** How the newest summary of a paper begins; '' when there is none. */
  async leadOf(id: PaperId): Promise<string> {
    const { library, texts } = this.#options;
    const paper = library.papers.get(id);
    return paper === undefined ? '' : beginning(await texts.newest(paper));
  }

  mediaAllowed(): MediaAllowed {
    const { library, state } = this.#options;
    return {
      folders: [...state.mediaFolders].sort(),
      papers: [...state.mediaPapers]
        .slice(-LISTED_ALLOWED)
        .reverse()
        .map((id) => ({ id, title: library.papers.get(id)?.title ?? null })),
      paperCount: state.mediaPapers.size,
    };
  }

  /** The address that a medium is loaded from, once the reader has allowed it. Errors: not-found, media-blocked. */
  media(src: string): { readonly url: string; readonly kind: 'image' | 'video' } {
    const [, encoded, index] = /^media\/([\w-]+)\/(\d{1,4})$/.exec(src) ?? [];
    const id = Buffer.from(encoded ?? '', 'base64url').toString();
    const paper = this.#get(id);
    const medium = paper.media[Number(index)];
    if (medium === undefined) throw new AppError('not-found', 'There is no such image or video.');
    if (!this.#mediaAllowed(paper)) {
      throw new AppError('media-blocked', 'Media of this paper have not been allowed.', {
        subject: medium.url,
      });
    }
    return medium;
  }

  #get(id: PaperId): LibraryPaper {
    const paper = this.#options.library.papers.get(id);
    if (paper !== undefined) return paper;
    throw new AppError('not-found', 'This paper is in none of the opened folders any more.', {
      subject: id,
    });
  }

  #mediaAllowed(paper: LibraryPaper): boolean {
    const { state, folders } = this.#options;
    if (state.settings.mediaAlways || state.mediaPapers.has(paper.id)) return true;
    return paper.appearances.some(({ folder }) => {
      const path = folders.pathOf(folder);
      return path !== null && state.mediaFolders.has(path);
    });
  }
}
