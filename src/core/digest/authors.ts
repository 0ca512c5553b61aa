/**
 * The names of an authors line, as printed and in order: a comma list, or a printed Python list (`['A B', "C D'E"]`).
 * Nothing, or `-`, gives [].
 */
export function parseAuthors(printed: string): readonly string[] {
  const text = printed.trim();
  if (text.startsWith('[') && text.endsWith(']')) {
    const inner = text.slice(1, -1);
    return pythonStrings(inner) ?? commaList(inner);
  }
  return text === '-' ? [] : commaList(text);
}

function commaList(text: string): readonly string[] {
  const parts = text.split(', ');
  if (parts.every(isName)) return parts;
  return text
    .split(',')
    .map((part) => part.trim().replace(/^and\s+/, ''))
    .filter((name) => name !== '');
}

/** Whether a part of a comma list is a name as it stands, as nearly all are. */
function isName(part: string): boolean {
  return part !== '' && !part.includes(',') && !part.startsWith('and ') && part.trim() === part;
}

/** The strings of a Python list's inside, as `repr` prints them; null when it is not one. */
function pythonStrings(text: string): readonly string[] | null {
  const strings: string[] = [];
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    if (at === text.length) return strings;
    const quote = text[at];
    if (quote !== "'" && quote !== '"') return null;
    let value = '';
    for (at += 1; text[at] !== quote; at += 1) {
      if (at >= text.length) return null;
      if (text[at] === '\\') at += 1;
      value += text[at] ?? '';
    }
    const name = value.trim();
    if (name !== '') strings.push(name);
    at = skipSpace(text, at + 1);
    if (at === text.length) return strings;
    if (text[at] !== ',') return null;
    at += 1;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}
