import { SvelteMap } from 'svelte/reactivity';
import type { OpenedResult, PaperId, PaperRow } from '../../shared/model.ts';

/** Some windows of rows: each search key waits for a page to be written, sent and read. */
export const PAGE_ROWS = 50;
/** Rows read ahead of those on screen, either way: fewer than half a page, so that they stand in two pages at most. */
const ROWS_AHEAD = 16;
/** More pages than a window shows by far; farther ones are dropped, so a long library does not pile up here. */
const MAX_PAGES = 80;

/** Rows by the number of their page. */
export type RowsByPage = ReadonlyMap<number, readonly PaperRow[]>;

export type RowPatch = Partial<Pick<PaperRow, 'read' | 'starred' | 'noted'>>;

export function pageOf(index: number): number {
  return Math.floor(index / PAGE_ROWS);
}

/** Pages of an answer: one came with it, the others are read. */
export async function pagesOf(
  { total, offset, rows }: OpenedResult,
  wanted: ReadonlySet<number>,
  read: (page: number) => Promise<readonly PaperRow[]>,
): Promise<RowsByPage> {
  const pages = [...wanted].filter((page) => page * PAGE_ROWS < total);
  return new Map(
    await Promise.all(
      pages.map(async (page) => [page, page === pageOf(offset) ? rows : await read(page)] as const),
    ),
  );
}

/** The rows of one result that were fetched, by page. */
export class ListPages {
  readonly #pages = new SvelteMap<number, readonly PaperRow[]>();

  row(index: number): PaperRow | undefined {
    return this.#pages.get(pageOf(index))?.[index % PAGE_ROWS];
  }

  /** The pages to be read for a row on screen and those around it, which come on screen next; they may lie beyond the end. */
  missingNear(index: number): readonly number[] {
    const pages = new Set([pageOf(Math.max(0, index - ROWS_AHEAD)), pageOf(index + ROWS_AHEAD)]);
    return [...pages].filter((page) => !this.#pages.has(page));
  }

  set(page: number, rows: readonly PaperRow[]): void {
    this.#pages.set(page, rows);
    if (this.#pages.size <= MAX_PAGES) return;
    const farthest = [...this.#pages.keys()].sort(
      (a, b) => Math.abs(b - page) - Math.abs(a - page),
    )[0];
    if (farthest !== undefined) this.#pages.delete(farthest);
  }

  /** Takes the pages of a new result in place of all earlier ones. */
  replace(pages: RowsByPage): void {
    for (const page of this.#pages.keys()) if (!pages.has(page)) this.#pages.delete(page);
    for (const [page, rows] of pages) this.#pages.set(page, rows);
  }

  /** Shows a change before it is confirmed. */
  patch(papers: ReadonlySet<PaperId>, patch: RowPatch): void {
    for (const [page, rows] of this.#pages) {
      if (!rows.some(({ id }) => papers.has(id))) continue;
      this.#pages.set(
        page,
        rows.map((row) => (papers.has(row.id) ? { ...row, ...patch } : row)),
      );
    }
  }

  /** The pages that hold these papers; null when one of them is in none. */
  pagesOf(papers: readonly PaperId[]): readonly number[] | null {
    const missing = new Set(papers);
    const found = new Set<number>();
    for (const [page, rows] of this.#pages) {
      for (const { id } of rows) if (missing.delete(id)) found.add(page);
    }
    return missing.size === 0 ? [...found] : null;
  }
}
