/** The sidebar's counts: how many papers a view holds, and how many of them are unread. */
import type {
  Count,
  DateOutline,
  FolderId,
  FolderInfo,
  FolderOutline,
  IsoDate,
  Outline,
  PaperId,
  ReadingList,
} from '../../shared/model.ts';
import type { Library } from '../library/library.ts';
import type { ReaderState } from '../state/reader-state.ts';

/** A folder, or one of its years, months or days: its own number among all counters, and what lies below. */
interface Bucket {
  readonly number: number;
  readonly dates: string;
  readonly children: Map<string, Bucket>;
  total: number;
}

interface Buckets {
  readonly version: number;
  readonly size: number;
  /** Per folder; `undated` stands among the children of a folder under ''. */
  readonly folders: ReadonlyMap<FolderId, Bucket>;
  /** Per paper, the numbers of the buckets that it counts in. */
  readonly papers: readonly (readonly [PaperId, readonly number[]])[];
}

/** The prefixes of a day that have an entry of their own: year, month, day; '' for no day. */
function levels(date: IsoDate | null): readonly string[] {
  return date === null ? [''] : [date.slice(0, 4), date.slice(0, 7), date];
}

function collect(library: Library): Buckets {
  const folders = new Map<FolderId, Bucket>();
  let size = 0;
  const bucketIn = (children: Map<string, Bucket>, key: string, dates: string): Bucket => {
    const known = children.get(key);
    if (known !== undefined) return known;
    const bucket = { number: size, dates, children: new Map<string, Bucket>(), total: 0 };
    size += 1;
    children.set(key, bucket);
    return bucket;
  };
  const papers: (readonly [PaperId, readonly number[]])[] = [];
  for (const paper of library.papers.values()) {
    const numbers: number[] = [];
    const count = (bucket: Bucket): void => {
      // A paper printed twice in one month is one paper of that month.
      if (numbers.includes(bucket.number)) return;
      numbers.push(bucket.number);
      bucket.total += 1;
    };
    for (const appearance of paper.appearances) {
      let bucket = bucketIn(folders, appearance.folder, '');
      count(bucket);
      for (const level of levels(appearance.paper.date)) {
        bucket = bucketIn(bucket.children, level, level);
        count(bucket);
      }
    }
    papers.push([paper.id, numbers]);
  }
  return { version: library.version, size, folders, papers };
}

/** Computes outlines; what depends on the library alone is kept until it changes. */
export class Outliner {
  readonly #library: Library;
  readonly #state: ReaderState;
  readonly #countList: (list: ReadingList) => Count;
  #buckets: Buckets | null = null;

  /** countList: how many papers a list holds, and how many of them are unread. */
  constructor(library: Library, state: ReaderState, countList: (list: ReadingList) => Count) {
    this.#library = library;
    this.#state = state;
    this.#countList = countList;
  }

  outline(folders: readonly FolderInfo[], problems: number): Outline {
    const { read, starred, notes, lists } = this.#state;
    if (this.#buckets?.version !== this.#library.version) this.#buckets = collect(this.#library);
    const buckets = this.#buckets;

    const unread = new Uint32Array(buckets.size);
    let allUnread = 0;
    for (const [id, numbers] of buckets.papers) {
      if (read.has(id)) continue;
      allUnread += 1;
      for (const number of numbers) unread[number] = (unread[number] ?? 0) + 1;
    }
    const countOf = (bucket: Bucket | undefined): Count =>
      bucket === undefined
        ? { total: 0, unread: 0 }
        : { total: bucket.total, unread: unread[bucket.number] ?? 0 };
    const dated = (bucket: Bucket | undefined): readonly DateOutline[] =>
      [...(bucket?.children.values() ?? [])]
        .filter(({ dates }) => dates !== '')
        .sort((a, b) => (a.dates < b.dates ? 1 : -1))
        .map((child) => ({
          dates: child.dates,
          count: countOf(child),
          children: dated(child),
        }));

    return {
      all: { total: buckets.papers.length, unread: allUnread },
      starred: this.#count(starred.keys()),
      noted: this.#count(notes.keys()),
      folders: folders.map((folder): FolderOutline => {
        const bucket = buckets.folders.get(folder.id);
        return {
          ...folder,
          count: countOf(bucket),
          years: dated(bucket),
          undated: countOf(bucket?.children.get('')),
        };
      }),
      lists: lists.map((list) => {
        const { id, name, description, colour, group, query } = list;
        return { id, name, description, colour, group, query, count: this.#countList(list) };
      }),
      problems,
    };
  }

  /** Of the ids whose papers the library has. */
  #count(ids: Iterable<PaperId>): Count {
    let total = 0;
    let unread = 0;
    for (const id of ids) {
      if (!this.#library.papers.has(id)) continue;
      total += 1;
      if (!this.#state.read.has(id)) unread += 1;
    }
    return { total, unread };
  }
}
