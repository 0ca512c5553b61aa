import { destinationOf } from './web-address.ts';

export interface LinkedText {
  readonly text: string;
  /** The link's address as printed; null when there is no link. */
  readonly link: string | null;
}

/** A link and nothing else, without nested brackets: what nearly all headings are. */
const PLAIN = /^\[([^[\]\\]*)\]\(([^()<>\s]+)\)$/;

/**
 * Takes the link out of a heading's text: `[Title](address)`. Brackets inside the title are its own, balanced or not;
 * words before and after the link stay in the text.
 */
export function readLinkedText(heading: string): LinkedText {
  const plain = PLAIN.exec(heading);
  if (plain !== null) return { text: (plain[1] ?? '').trim(), link: plain[2] ?? null };
  const open = heading.indexOf('[');
  if (open === -1) return { text: heading.trim(), link: null };
  const close = endOfLabel(heading, open) ?? lastLabelEnd(heading, open);
  if (close === null) return { text: heading.trim(), link: null };
  const end = endOfAddress(heading, close + 2);
  const label = heading.slice(open + 1, close);
  const text = (heading.slice(0, open) + label + heading.slice(end + 1)).trim();
  return { text, link: destinationOf(heading.slice(close + 2, end)) };
}

/** Index of the `]` that closes the bracket at `open` and is followed by `(`. */
function endOfLabel(heading: string, open: number): number | null {
  let depth = 0;
  for (let at = open; at < heading.length; at += 1) {
    const char = heading[at];
    if (char === '\\') at += 1;
    else if (char === '[') depth += 1;
    else if (char === ']') {
      depth -= 1;
      if (depth === 0) return heading[at + 1] === '(' ? at : null;
    }
  }
  return null;
}

function lastLabelEnd(heading: string, open: number): number | null {
  const close = heading.lastIndexOf('](');
  return close > open ? close : null;
}

/** Index of the `)` that ends the address, the heading's length when none does; parentheses may nest in an address. */
function endOfAddress(heading: string, start: number): number {
  let depth = 0;
  for (let at = start; at < heading.length; at += 1) {
    const char = heading[at];
    if (char === '(') depth += 1;
    else if (char === ')') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  const last = heading.lastIndexOf(')');
  return last >= start ? last : heading.length;
}
