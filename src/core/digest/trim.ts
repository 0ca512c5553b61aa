/**
 * A text without the characters at its end that `unwanted` matches, one at a time. A pattern like `/x+$/` takes quadratic
 * time on long runs of x that are not at the end; this looks at the end alone.
 */
export function withoutEnd(text: string, unwanted: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const low = text.charCodeAt(end - 1);
    const isPair = low >= 0xdc00 && low <= 0xdfff && end > 1;
    const start = end - (isPair ? 2 : 1);
    if (!unwanted.test(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}
