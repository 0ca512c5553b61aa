/** Papers that are rows of a table with a title and a link. */
import { fieldOf } from '../labels.ts';
import type { Field } from '../labels.ts';
import { isPaperLink } from '../paper-links.ts';
import { countOf, namesIn, withoutEmphasis } from './fields.ts';
import type { Line } from './lines.ts';
import { isGeneric, linksIn, MAX_LINE } from './links.ts';
import type { FoundPaper } from './lists.ts';
import { PaperDraft } from './paper.ts';
import { cleanTitle, readTitle } from './titles.ts';

const RULE = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const MAX_COLUMNS = 50;

interface Column {
  readonly label: string;
  readonly field: Field | null;
}

export interface Table {
  readonly papers: readonly FoundPaper[];
  /** Index after its last row. */
  readonly end: number;
}

/** The table whose header is line `at` (GFM 4.10), with the rows that are papers; null when there is none. */
export function readTable(lines: readonly Line[], at: number, limit: number): Table | null {
  const header = lines[at];
  const rule = lines[at + 1];
  if (
    at + 1 >= limit ||
    header?.text.includes('|') !== true ||
    header.isCode ||
    rule === undefined ||
    !RULE.test(rule.text)
  )
    return null;
  const columns = cellsOf(header.text).map((label): Column => ({ label, field: fieldOf(label) }));
  if (columns.length < 2 || columns.length > MAX_COLUMNS) return null;
  let end = at + 2;
  while (end < limit && lines[end]?.text.includes('|') === true) end += 1;
  const titleColumn = titleColumnOf(columns, lines.slice(at + 2, end));
  if (titleColumn === -1) return { papers: [], end };
  const papers: FoundPaper[] = [];
  for (let row = at + 2; row < end; row += 1) {
    const draft = readRow(columns, titleColumn, cellsOf(lines[row]?.text ?? ''));
    if (draft !== null) papers.push({ draft, at: row, end: row + 1 });
  }
  return { papers, end };
}

function cellsOf(text: string): readonly string[] {
  if (text.length > MAX_LINE) return [];
  const inner = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** The column labelled as one of titles, else `Paper` and the like, else the first with linked words. */
function titleColumnOf(columns: readonly Column[], rows: readonly Line[]): number {
  const titled = columns.findIndex(({ field }) => field === 'title');
  if (titled !== -1) return titled;
  const cells = cellsOf(rows[0]?.text ?? '');
  const named = columns.findIndex(({ label, field }, index) => {
    const isPaper =
      field === 'link' && /^\W*(?:papers?|논문|论文|論文)\W*$/iu.test(label.replace(/[*_]/g, ''));
    return isPaper && readTitle(cells[index] ?? '').text !== '';
  });
  if (named !== -1) return named;
  return cells.findIndex((cell) =>
    linksIn(cell).some(({ label, address }) => !isGeneric(label) && isPaperLink(address)),
  );
}

function readRow(
  columns: readonly Column[],
  titleColumn: number,
  cells: readonly string[],
): PaperDraft | null {
  const title = readTitle(cells[titleColumn] ?? '');
  const draft = new PaperDraft(
    title.text === '' ? cleanTitle(title.link?.label ?? '') : title.text,
  );
  if (draft.title === '') return null;
  if (title.link !== null) draft.addLink(title.link, isPaperLink(title.link.address));
  for (const link of title.links) draft.addLink(link);
  draft.votes = title.votes;
  columns.forEach(({ label, field }, index) => {
    const cell = cells[index] ?? '';
    if (index === titleColumn || cell === '' || cell === '-') return;
    const links = linksIn(cell);
    switch (field) {
      case 'authors':
        draft.authors ??= namesIn(cell);
        return;
      case 'votes':
        draft.votes ??= countOf(withoutEmphasis(cell));
        return;
      case 'link':
      case 'pdf':
      case 'code':
      case 'project':
      case 'id':
      case 'doi':
        for (const { address } of links.length > 0 ? links : linksIn(`arXiv:${cell}`))
          draft.addLink({ label: field === 'id' || field === 'doi' ? '' : label, address });
        return;
      case 'abstract':
      case 'aiSummary':
        draft.text.push(cell, '');
        return;
      case 'title':
      case 'stars':
      case 'date':
      case 'institutions':
      case 'keywords':
      case 'media':
      case null:
        if (
          /[\p{L}\p{N}]/u.test(cell) &&
          !/^\W*(?:#|no\.?|번호|序号|編号)\W*$/iu.test(label) &&
          label !== ''
        )
          draft.text.push(`**${withoutEmphasis(label)}:** ${cell}`, '');
    }
  });
  return draft.links.some(isPaperLink) ? draft : null;
}
