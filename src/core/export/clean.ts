/** Controls but tab and line feed, lone surrogates, and marks that turn the direction of what follows. */
const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text of any number of lines without what no text file should hold; lines end with `\n`. */
export function cleanLines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(UNWANTED, '');
}

/** The same on a single line, with single spaces and none around. */
export function cleanLine(text: string): string {
  return cleanLines(text).replace(/\s+/g, ' ').trim();
}

/** The address as a browser would write it, or null when it is none that the web knows (javascript:, file: …). */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
