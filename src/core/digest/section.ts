import type { Media } from '../../shared/model.ts';
import { parseAuthors } from './authors.ts';
import type { ByteRange } from './digest.ts';
import { readMediaLine } from './media.ts';

const SPACE = 0x20;
const TAB = 0x09;
/** A longer line is text: the longest author lists known (some 5,000 names) are half of this. */
const MAX_FIELD = 256 * 1024;
/** Further media lines are text: a paper is not a film roll. */
const MAX_MEDIA = 100;

/**
 * What stands under a paper's title, line by line: vote, authors and media lines are its fields, everything else is its
 * text. Vote and authors count once, and only above the first list item: below it, they are words of the summary.
 * Works on a decoded text and on a Source's view alike (`read` gives the text of a range of either): field lines are told
 * by ASCII, and spaces are only ' ' and '\t' (in a view, 0xA0 may be the inside of a character).
 */
export class Section {
  votes: number | null = null;
  readonly media: Media[] = [];
  /** Runs of text lines, each with its line end, in order. */
  readonly text: { start: number; end: number }[] = [];

  readonly #read: (start: number, end: number) => string;
  #voted = false;
  /** The names in the authors line. */
  #authors: ByteRange | null = null;
  #listed = false;
  #open = false;
  /** The fence that a code block began with, '' outside of one. */
  #fence = '';
  #textEnd = 0;

  constructor(read: (start: number, end: number) => string) {
    this.#read = read;
  }

  /** Null when there is no authors line. Read when they are asked for: whoever wants the text alone does without. */
  get authors(): readonly string[] | null {
    if (this.#authors === null) return null;
    return parseAuthors(this.#read(this.#authors.start, this.#authors.end));
  }

  get inCode(): boolean {
    return this.#fence !== '';
  }

  /** From the first line of text to the end of the last line that is not blank; null when there is no text. */
  get extent(): ByteRange | null {
    const first = this.text[0];
    return first === undefined ? null : { start: first.start, end: this.#textEnd };
  }

  /** Takes the line [start, end) of `view`; `next` is where the line after it begins. */
  add(view: string, start: number, end: number, next: number): void {
    let at = start;
    while (at < end && at < start + 4 && isSpace(view.charCodeAt(at))) at += 1;
    if (at === end || (isSpace(view.charCodeAt(at)) && isBlank(view, at, end))) {
      if (this.#open) this.#extend(start, next);
      return;
    }
    const code = view.charCodeAt(at);
    if (this.#toggleFence(view, code, at, end)) {
      this.#addText(start, end, next);
      return;
    }
    if (this.#fence === '') {
      if (!this.#listed && isListItem(view, code, at, end)) this.#listed = true;
      else if (this.#isField(view, code, this.#listed ? start : at, end)) {
        this.#open = false;
        return;
      }
    }
    this.#addText(start, end, next);
  }

  #addText(start: number, end: number, next: number): void {
    this.#extend(start, next);
    this.#textEnd = end;
  }

  #extend(start: number, next: number): void {
    const last = this.text.at(-1);
    if (this.#open && last !== undefined) last.end = next;
    else this.text.push({ start, end: next });
    this.#open = true;
  }

  #isField(view: string, code: number, start: number, end: number): boolean {
    if (end - start > MAX_FIELD) return false;
    switch (code) {
      case 0x56: // V
      case 0x76: // v
        return !this.#listed && !this.#voted && this.#readVote(view, start, end);
      case 0x41: // A
      case 0x61: // a
        return !this.#listed && this.#authors === null && this.#readAuthors(view, start, end);
      case 0x21: // !
      case 0x5b: // [
      case 0x3c: // <
        return this.#readMedia(view, start, end);
      default:
        return false;
    }
  }

  #readVote(view: string, start: number, end: number): boolean {
    const match = /^votes?[ \t]*:[ \t]*(-|\d{1,3}(?:,\d{3})+|\d*)[ \t]*$/i.exec(
      view.slice(start, end),
    );
    if (match?.[1] === undefined) return false;
    const votes = Number(match[1].replaceAll(',', ''));
    if (votes > Number.MAX_SAFE_INTEGER) return false;
    this.#voted = true;
    this.votes = match[1] === '' || match[1] === '-' ? null : votes;
    return true;
  }

  #readAuthors(view: string, start: number, end: number): boolean {
    const match = /^authors?[ \t]*:/i.exec(view.slice(start, Math.min(end, start + 64)));
    if (match === null) return false;
    this.#authors = { start: start + match[0].length, end };
    return true;
  }

  #readMedia(view: string, start: number, end: number): boolean {
    let last = end;
    while (last > start && isSpace(view.charCodeAt(last - 1))) last -= 1;
    const line = readMediaLine(this.#read(start, last));
    // A captioned figure inside the summary is part of what it says.
    if (line === null || (this.#listed && line.caption !== '')) return false;
    if (this.media.length + line.media.length > MAX_MEDIA) return false;
    for (const medium of line.media) {
      if (!this.media.some(({ url }) => url === medium.url)) this.media.push(medium);
    }
    return true;
  }

  /** Whether the line opens or closes a fenced code block (CommonMark 4.5). */
  #toggleFence(view: string, code: number, start: number, end: number): boolean {
    if (code !== 0x60 && code !== 0x7e) return false;
    let at = start;
    while (at < end && view.charCodeAt(at) === code) at += 1;
    if (at - start < 3) return false;
    if (this.#fence === '') {
      if (code === 0x60 && view.slice(at, end).includes('`')) return false;
      this.#fence = view.slice(start, at);
      return true;
    }
    if (this.#fence.charCodeAt(0) !== code || at - start < this.#fence.length) return false;
    if (!isBlank(view, at, end)) return false;
    this.#fence = '';
    return true;
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isBlank(view: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isSpace(view.charCodeAt(at))) return false;
  return true;
}

/** `- `, `* `, `+ `, `1. ` or `1) ` (CommonMark 5.2). */
function isListItem(view: string, code: number, start: number, end: number): boolean {
  let at = start;
  if (code === 0x2d || code === 0x2a || code === 0x2b) at += 1;
  else {
    while (at < end && at < start + 9 && isDigit(view.charCodeAt(at))) at += 1;
    if (at === start || (view[at] !== '.' && view[at] !== ')')) return false;
    at += 1;
  }
  return at >= end || isSpace(view.charCodeAt(at));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
