import type { FolderId, IsoDate, Media, PaperId, PaperLinks } from '../../shared/model.ts';
import type { DigestPaper } from '../digest/digest.ts';
import type { ScannedFile } from './scan.ts';

export interface LibraryAppearance {
  readonly folder: FolderId;
  readonly file: string;
  /** In its file, from 0. */
  readonly position: number;
  readonly paper: DigestPaper;
}

/**
 * A paper, merged from all digests that print it. The newest appearance rules title, links and media, authors where it
 * states any; votes are those of the newest that states them.
 */
export interface LibraryPaper {
  readonly id: PaperId;
  readonly title: string;
  readonly arxivId: string | null;
  readonly links: PaperLinks;
  readonly authors: readonly string[];
  readonly date: IsoDate | null;
  readonly votes: number | null;
  readonly media: readonly Media[];
  /** Newest first, at least one. */
  readonly appearances: readonly LibraryAppearance[];
}

/** Every paper of the opened folders, in memory, by identity. What it holds does not depend on the order of its changes. */
export class Library {
  readonly #papers = new Map<PaperId, LibraryPaper>();
  readonly #folders = new Map<FolderId, Map<string, ScannedFile>>();
  #version = 0;

  get papers(): ReadonlyMap<PaperId, LibraryPaper> {
    return this.#papers;
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** What is known of a folder's files, by path; empty for a folder that was never told. */
  files(folder: FolderId): ReadonlyMap<string, ScannedFile> {
    return this.#folders.get(folder) ?? new Map<string, ScannedFile>();
  }

  /** Replaces what these files said. Gives the ids of the papers that they printed before or print now. */
  setFiles(folder: FolderId, files: readonly ScannedFile[]): readonly PaperId[] {
    const known = this.#folders.get(folder) ?? new Map<string, ScannedFile>();
    this.#folders.set(folder, known);
    const changes = new Map<PaperId, Change>();
    for (const [path, file] of new Map(files.map((file) => [file.path, file]))) {
      noteDropped(changes, known.get(path));
      noteAdded(changes, folder, file);
      known.set(path, file);
    }
    return this.#apply(folder, changes);
  }

  /** Forgets these files. Gives the ids of the papers that they printed. */
  removeFiles(folder: FolderId, paths: readonly string[]): readonly PaperId[] {
    const known = this.#folders.get(folder);
    const changes = new Map<PaperId, Change>();
    for (const path of paths) {
      noteDropped(changes, known?.get(path));
      known?.delete(path);
    }
    return this.#apply(folder, changes);
  }

  /** Forgets a folder. Gives the ids of the papers that its files printed. */
  removeFolder(folder: FolderId): readonly PaperId[] {
    const ids = this.removeFiles(folder, [...this.files(folder).keys()]);
    this.#folders.delete(folder);
    return ids;
  }

  #apply(folder: FolderId, changes: ReadonlyMap<PaperId, Change>): readonly PaperId[] {
    for (const [id, { dropped, added }] of changes) {
      const before = this.#papers.get(id)?.appearances ?? [];
      const kept = before.filter((one) => one.folder !== folder || !dropped.has(one.file));
      const appearances = kept.length === 0 ? added : [...kept, ...added];
      const newest = appearances.sort(newestFirst)[0];
      if (newest === undefined) this.#papers.delete(id);
      else this.#papers.set(id, merge(newest.paper, appearances));
    }
    if (changes.size > 0) this.#version += 1;
    return [...changes.keys()];
  }
}

/** What becomes of one paper: the files that no longer say what they said of it, and where it is printed now. */
interface Change {
  readonly dropped: Set<string>;
  readonly added: LibraryAppearance[];
}

function changeOf(changes: Map<PaperId, Change>, id: PaperId): Change {
  const found = changes.get(id);
  if (found !== undefined) return found;
  const change: Change = { dropped: new Set(), added: [] };
  changes.set(id, change);
  return change;
}

function noteDropped(changes: Map<PaperId, Change>, file: ScannedFile | undefined): void {
  if (file === undefined) return;
  for (const { id } of file.papers) changeOf(changes, id).dropped.add(file.path);
}

function noteAdded(changes: Map<PaperId, Change>, folder: FolderId, file: ScannedFile): void {
  file.papers.forEach((paper, position) => {
    changeOf(changes, paper.id).added.push({ folder, file: file.path, position, paper });
  });
}

/** A total order: newest day first, no day last; within a day the later run, which stands further down, is newer. */
function newestFirst(a: LibraryAppearance, b: LibraryAppearance): number {
  return (
    descending(a.paper.date ?? '', b.paper.date ?? '') ||
    descending(a.file, b.file) ||
    b.position - a.position ||
    descending(a.folder, b.folder)
  );
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function merge(newest: DigestPaper, appearances: readonly LibraryAppearance[]): LibraryPaper {
  const { id, title, arxivId, links, media, date } = newest;
  return {
    id,
    title,
    arxivId,
    links,
    authors: appearances.find(({ paper }) => paper.authors.length > 0)?.paper.authors ?? [],
    date,
    votes: appearances.find(({ paper }) => paper.votes !== null)?.paper.votes ?? null,
    media,
    appearances,
  };
}
