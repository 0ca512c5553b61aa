/** A note's text as the editor holds it: its lines end as the editor ends them. */
export function editorText(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** A text with a block at its end, a blank line between, ready for what the reader writes below. */
export function appended(text: string, block: string): string {
  const before = text.trimEnd();
  return `${before}${before === '' ? '' : '\n\n'}${block.replace(/\n+$/, '')}\n\n`;
}
