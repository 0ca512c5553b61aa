/** The words of a search, where they are on screen: painted by the browser (CSS Custom Highlight), so that no node changes. */
import { choseongWord } from '../../shared/query/choseong.ts';
import { fold } from '../../shared/query/fold.ts';
import { parseQuery } from '../../shared/query/parse.ts';
import type { TextNode } from '../../shared/query/syntax.ts';
import { unfinishedPattern } from '../../shared/query/unfinished.ts';
import { wordsOf } from '../../shared/query/words.ts';
import { findInText, findPattern } from './find-text.ts';

/** Name of the highlight that base.css paints. */
const NAME = 'search';

export type MarkField = 'title' | 'author' | 'text' | 'note';

/** What to look for in each field of a paper, as patterns for folded text; null for nothing. */
export type SearchMarks = Readonly<Record<MarkField, RegExp | null>>;

/** The patterns of a search. `composing`: where what an input method still composes ends. */
export function searchMarks(search: string, composing?: number): SearchMarks {
  const words = wordsOf(parseQuery(search, composing).node);
  const pattern = (field: MarkField): RegExp | null => {
    const sources = words
      .filter((word) => word.field === 'any' || word.field === field)
      // The longer one first: 강화학습 is marked whole where 강화 is looked for too.
      .sort((a, b) => b.text.length - a.text.length)
      .map(patternOf);
    return sources.length === 0 ? null : new RegExp(sources.join('|'), 'gu');
  };
  return {
    title: pattern('title'),
    author: pattern('author'),
    text: pattern('text'),
    note: pattern('note'),
  };
}

function patternOf({ text, quoted, composing }: TextNode): string {
  if (!composing) return choseongPattern(text, quoted) ?? wordPattern(fold(text).trim());
  const typed = text.slice(0, -1);
  const pattern = choseongPattern(typed, quoted) ?? wordPattern(fold(typed).trimStart());
  return pattern + unfinishedPattern(text.slice(-1));
}

function choseongPattern(text: string, quoted: boolean): string | null {
  return quoted ? null : (choseongWord(text)?.pattern ?? null);
}

function wordPattern(folded: string): string {
  const words = folded.split(/\s+/);
  return words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join(' ');
}

/** Absent in jsdom and in browsers of before 2023, which then show no marks. */
function highlight(): Highlight | null {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return null;
  const known = CSS.highlights.get(NAME);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(NAME, made);
  return made;
}

/** Marks what a pattern finds under an element, also when its text changes; gives back how to take the marks away. */
function markUnder(element: Element, pattern: RegExp): () => void {
  const painted = highlight();
  if (painted === null) return () => undefined;
  let ranges: readonly Range[] = [];
  const clear = (): void => {
    for (const range of ranges) painted.delete(range);
  };
  const mark = (): void => {
    clear();
    ranges = findPattern(element, pattern);
    for (const range of ranges) painted.add(range);
  };
  mark();
  const observer = new MutationObserver(mark);
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  return () => {
    observer.disconnect();
    clear();
  };
}

/** An attachment that marks what a pattern finds in the one text of its element: a list has many, anew with every letter. */
export function markedText(
  text: string,
  pattern: RegExp | null,
): (element: Element) => (() => void) | undefined {
  return (element) => {
    const node = element.firstChild;
    const painted = pattern === null ? null : highlight();
    if (pattern === null || painted === null || node === null) return undefined;
    const ranges = findInText(text, pattern).map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    });
    for (const range of ranges) painted.add(range);
    return () => {
      for (const range of ranges) painted.delete(range);
    };
  };
}

/** An attachment that marks what a pattern finds under its element, as long as there is one. */
export function marked(
  pattern: () => RegExp | null,
): (element: Element) => (() => void) | undefined {
  return (element) => {
    const wanted = pattern();
    return wanted === null ? undefined : markUnder(element, wanted);
  };
}
