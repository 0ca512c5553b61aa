/** What the reader has selected in a paper, as Markdown that can be quoted. */

const BLOCKS = new Set([
  'P',
  'LI',
  'PRE',
  'BLOCKQUOTE',
  'TR',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'DIV',
]);

/** The text of a range; formulas, which are quoted whole, as their source. */
export function passageText(range: Range): string {
  const whole = range.cloneRange();
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first !== null) whole.setStartBefore(first);
  if (last !== null) whole.setEndAfter(last);
  return textOf(whole.cloneContents())
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

/** A text as a quotation in Markdown. */
export function quotation(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function formulaAround(node: Node): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest('.math') ?? null;
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data.replaceAll('\n', ' ');
  if (node instanceof HTMLElement && node.classList.contains('math')) return formulaText(node);
  if (node instanceof HTMLBRElement) return '\n';
  const inner = [...node.childNodes].map(textOf).join('');
  return node instanceof HTMLElement && BLOCKS.has(node.tagName) ? `\n${inner}\n` : inner;
}

function formulaText(formula: HTMLElement): string {
  const source = formula.querySelector('annotation')?.textContent ?? formula.textContent;
  return formula.classList.contains('math-display') ? `\n$$${source}$$\n` : `$${source}$`;
}
