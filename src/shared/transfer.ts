/** What goes out by itself and what comes in: kept exports and imports. */
import type { ErrorInfo } from './errors.ts';
import type { ExportChoice, Instant } from './model.ts';
import type { Query } from './query/query.ts';

/** A folder that is kept as an export of a query's papers is now, on every change. */
export interface KeptExport {
  /** A UUID. */
  readonly id: string;
  readonly query: Query;
  /** What the query is called; of a reading list its present name is taken. */
  readonly title: string;
  readonly choice: ExportChoice;
  /** Absolute. */
  readonly folder: string;
  /** The name of the one file; '' where each paper has its own. */
  readonly file: string;
}

/** A kept export, and how it goes. */
export interface KeptExportInfo {
  readonly kept: KeptExport;
  /** How many files in the folder are Lectern's. */
  readonly files: number;
  /** When anything was last written. */
  readonly written: Instant | null;
  /** Names under which files are now that the reader had changed. */
  readonly aside: readonly string[];
  /** Names that are taken by what is not Lectern's: those papers are not written. */
  readonly taken: readonly string[];
  /** What went wrong last; it is tried again. */
  readonly error: ErrorInfo | null;
}

/** `lectern` is Lectern's own JSON: marks, notes, lists; the others become a list. */
export type ImportFormat = 'lectern' | 'bibtex' | 'ris' | 'csljson' | 'links';

export interface ImportProblem {
  /** From 1; of CSL-JSON the place of the item. */
  readonly line: number;
  /** What stands there, in short. Untrusted. */
  readonly text: string;
}

/** What an import would change. */
export interface ImportPlan {
  readonly format: ImportFormat;
  /** Papers that it speaks of, and how many of them are in no opened folder: they match once a digest prints them. */
  readonly papers: number;
  readonly unknown: number;
  /** Papers that become read or starred, notes and lists that come or change. */
  readonly read: number;
  readonly starred: number;
  readonly notes: number;
  readonly lists: number;
  /** Of the notes that differ from the reader's own: how many become the note, and how many an earlier version of it. */
  readonly notesTaken: number;
  readonly notesKept: number;
  /** Earlier versions of notes that come. */
  readonly versions: number;
  /** Marks, notes and lists that go, when the file takes the place of what there is. */
  readonly removed: number;
  readonly settings: boolean;
  /** Whether it holds all of a reader's data, so that it can take the place of what there is. */
  readonly whole: boolean;
  /** Entries that name no paper. */
  readonly problems: readonly ImportProblem[];
}
