import { latexToText } from '../../shared/latex/latex-text.ts';
import { cleanLine } from './clean.ts';
import type { ExportPaper } from './export-paper.ts';

/** Linux counts bytes (255), Windows and macOS UTF-16 units (255); a name stays well below, ending included. */
const MAX_CHARACTERS = 120;
const MAX_BYTES = 240;

/** Device names that Windows reserves, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function shorten(name: string, maxCharacters: number, maxBytes: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(name)) {
    const longer = kept + segment;
    if (longer.length > maxCharacters || Buffer.byteLength(longer) > maxBytes) break;
    kept = longer;
  }
  return kept;
}

/** A file name made of a title, with its ending, that Windows, macOS and Linux take as it is; any script is kept. */
export function fileName(title: string, ending: string): string {
  const safe = cleanLine(title.normalize('NFC'))
    .replace(/[<>:"/\\|?*]+/g, '-')
    .replace(/[\u200b-\u200f\u2060]/g, '');
  const extra = ending.length + 2;
  const short = shorten(safe, MAX_CHARACTERS - extra, MAX_BYTES - extra);
  const trimmed = short.replace(/^[\s.-]+|[\s.-]+$/g, '');
  const stem = trimmed === '' ? 'lectern' : trimmed;
  return `${RESERVED.test(stem) ? `${stem.slice(0, 3)}_${stem.slice(3)}` : stem}.${ending}`;
}

/**
 * A file name for each paper by its title, no two alike on a disk that ignores case, and none with what a wiki link cannot
 * hold. Of papers with one title, the first by identity has the plain name: others that join do not rename it.
 */
export function distinctFileNames(
  papers: readonly ExportPaper[],
  ending: string,
): ReadonlyMap<ExportPaper, string> {
  const names = new Map<ExportPaper, string>();
  const used = new Set<string>();
  for (const paper of papers.toSorted((a, b) =>
    a.row.id < b.row.id ? -1 : Number(a.row.id > b.row.id),
  )) {
    const title = latexToText(paper.row.title).replace(/[[\]#^]+/g, ' ');
    const short = shorten(title, MAX_CHARACTERS - 20, MAX_BYTES - 20);
    let name = fileName(title, ending);
    for (let count = 2; used.has(name.toLowerCase()); count++) {
      name = fileName(`${short} (${count})`, ending);
    }
    used.add(name.toLowerCase());
    names.set(paper, name);
  }
  return names;
}
