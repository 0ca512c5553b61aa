import type { Media, PaperLinks, PaperRow } from '../../shared/model.ts';

/** What an export knows of a paper. All of it but the note comes from a digest, and is untrusted. */
export interface ExportPaper {
  readonly row: PaperRow;
  readonly arxivId: string | null;
  readonly links: PaperLinks;
  readonly media: readonly Media[];
  /** The summary, Markdown. */
  readonly text: string;
  /** The reader's own, Markdown. */
  readonly note: string | null;
}

export interface ExportOptions {
  /** Of what is exported: a list's or a view's name. */
  readonly title: string;
  /** Whether the reader's own notes go along. */
  readonly notes: boolean;
}
