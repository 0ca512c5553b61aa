import { openTexts, parseDigest } from '../../src/core/digest/parse.ts';
import { toSource } from '../../src/core/digest/source.ts';

/** What is wrong with how a file is read; null when nothing is. Whatever the reader throws is thrown on. */
export function faultOf(bytes: Buffer, path: string): string | null {
  const { format, papers, problems } = parseDigest(bytes, path);
  const { length } = toSource(bytes).bytes;
  if (papers.length === 0 && problems.length === 0)
    return 'a file with neither papers nor problems';
  const read = openTexts(bytes, format);
  for (const { id, title, body, date, authors, votes, line } of papers) {
    if (title.trim() === '' || /[\r\n]/.test(title))
      return `a title that is none: ${JSON.stringify(title)}`;
    if (!/^(?:arxiv|doi|url|title):./.test(id)) return `an identity that is none: ${id}`;
    if (body.start < 0 || body.end < body.start || body.end > length)
      return `a body outside of its file`;
    if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return `a date that is none: ${date}`;
    if (authors.some((name) => name.trim() === '')) return 'an author without name';
    if (votes !== null && !(Number.isSafeInteger(votes) && votes >= 0))
      return `votes that are none: ${votes}`;
    if (!Number.isInteger(line) || line < 1) return `a line that is none: ${line}`;
    if (body.start < body.end && read(body).trim() === '') return 'a body without text';
  }
  return null;
}
