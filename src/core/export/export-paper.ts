import type { ExportLanguage, Media, PaperLinks, PaperRow } from '../../shared/model.ts';

/** What an export knows of a paper. Title, authors, links, media and text come from a digest, and are untrusted. */
export interface ExportPaper {
  readonly row: PaperRow;
  readonly arxivId: string | null;
  readonly links: PaperLinks;
  readonly media: readonly Media[];
  /** The summary, Markdown. */
  readonly text: string;
  /** The reader's own, Markdown. */
  readonly note: string | null;
  /** Names of the reader's lists that it is in. */
  readonly lists: readonly string[];
}

export interface ExportOptions {
  /** Of what is exported: a list's or a view's name. */
  readonly title: string;
  /** Whether the reader's own notes go along. */
  readonly notes: boolean;
  /** Whether the digests' summaries go along, where a format can do without. */
  readonly summaries: boolean;
  /** Of the few words that the export adds itself. */
  readonly language: ExportLanguage;
  /** Whether a byte order mark tells Excel that a CSV file is UTF-8. */
  readonly bom: boolean;
  /** Whether each paper gets a file of its own. */
  readonly separate: boolean;
  /** The pattern of citation keys (citation-keys.ts). */
  readonly citationKey: string;
  /** A name of shared/export-formats.ts; any other is APA. */
  readonly citationStyle: string;
  /** The reader's own template (template.ts). */
  readonly template: string;
}

/** A paper with the key by which texts cite it. */
export interface KeyedPaper {
  readonly paper: ExportPaper;
  readonly key: string;
}
