/** Where the values of a JSON text stand, told by its brackets and strings alone: a broken entry costs only itself. */

export interface JsonValue {
  readonly start: number;
  readonly end: number;
  /** As printed, without its quotes; null outside of objects. */
  readonly key: string | null;
  readonly depth: number;
}

/** The value that begins at or after `from` (white space skipped), or null when there is none before `limit`. */
export function jsonValueAt(view: string, from: number, limit: number): JsonValue | null {
  const start = skipSpace(view, from, limit);
  if (start >= limit) return null;
  const { end, depth } = extentOf(view, start, limit);
  return { start, end, key: null, depth };
}

/** The values inside the array or object `outer`, in order. */
export function* jsonMembers(view: string, outer: JsonValue): Generator<JsonValue> {
  const limit = outer.end;
  let at = outer.start + 1;
  for (;;) {
    at = skip(view, at, limit, SPACE_OR_COMMA);
    if (at >= limit || view[at] === ']' || view[at] === '}') return;
    let key: string | null = null;
    let { end, depth } = extentOf(view, at, limit);
    let start = at;
    const colon = view[at] === '"' ? skip(view, end, limit, SPACE) : limit;
    if (view[colon] === ':' && colon < limit) {
      key = view.slice(at + 1, end - 1);
      start = skip(view, colon + 1, limit, SPACE);
      if (start >= limit) return;
      ({ end, depth } = extentOf(view, start, limit));
    }
    yield { start, end, key, depth };
    at = Math.max(end, at + 1);
  }
}

/** Where the first character from `from` on stands that is no white space; `limit` when there is none before. */
export function skipSpace(view: string, from: number, limit: number): number {
  return skip(view, from, limit, SPACE);
}

const SPACE = /[^\s]/g;
const SPACE_OR_COMMA = /[^\s,]/g;

function skip(view: string, from: number, limit: number, other: RegExp): number {
  other.lastIndex = from;
  const found = other.exec(view)?.index ?? limit;
  return Math.min(found, limit);
}

/** What nests deeper is no data: it is not looked through. */
const MAX_DEPTH = 10_000;

/** Where a value ends (at `limit` when nothing ends it), and how many brackets deep it is. */
function extentOf(view: string, start: number, limit: number): { end: number; depth: number } {
  const first = view[start];
  if (first === '"') return { end: endOfString(view, start, limit), depth: 0 };
  if (first !== '[' && first !== '{')
    return { end: skip(view, start, limit, SCALAR_END), depth: 0 };
  let open = 0;
  let depth = 0;
  let at = start;
  while (at < limit) {
    const mark = view[at];
    if (mark === '"') {
      at = skip(view, endOfString(view, at, limit), limit, MARK);
      continue;
    }
    open += mark === '[' || mark === '{' ? 1 : -1;
    depth = Math.max(depth, open);
    if (open === 0) return { end: at + 1, depth };
    if (open > MAX_DEPTH) break;
    at = skip(view, at + 1, limit, MARK);
  }
  return { end: limit, depth };
}

const MARK = /["[\]{}]/g;
const SCALAR_END = /[\s,\]}]/g;

function endOfString(view: string, start: number, limit: number): number {
  STRING_END.lastIndex = start + 1;
  for (let match = STRING_END.exec(view); match !== null; match = STRING_END.exec(view)) {
    if (match[0] === '"') return Math.min(match.index + 1, limit);
  }
  return limit;
}

/** An escaped character, or the quote that is none. */
const STRING_END = /\\[^]|"/g;
