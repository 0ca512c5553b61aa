const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text of XML: references to the five characters of XML 1.0 (4.6) and to numbers resolved, once, and no others. */
export function xmlText(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The words of a piece of HTML: paragraphs and breaks are lines, other tags nothing, `<` that begins no tag is itself. */
export function htmlText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html;
  const lines = html
    .replace(/<br\s{0,9}\/?>/gi, '\n')
    .replace(/<\/?(?:p|div|li|ul|ol|h[1-6]|blockquote)(?:\s[^<>]{0,2000})?>/gi, '\n\n')
    .replace(
      /<\/?(?:a|b|i|em|strong|span|sub|sup|code|img|u|tt|font)(?:\s[^<>]{0,2000})?\/?>/gi,
      '',
    );
  return xmlText(lines);
}
