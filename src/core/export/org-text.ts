/** Plain text and Markdown as Org: what Org would take for markup, orders or LaTeX is parted by zero-width spaces. */
import { Marked, type Token, type Tokens } from 'marked';
import { digestMarkdown } from '../../shared/markdown/digest-markdown.ts';
import { cleanLine, cleanLines, webAddress } from './clean.ts';
import { isHarmlessFormula } from './latex.ts';

/** Org's own way out: orgmode.org/manual/Escape-Character.html. */
const ZERO_WIDTH = '\u200b';

const marked = new Marked(digestMarkdown((source) => source));

/** Beginnings of Org's constructs inside a line; the space goes behind their first character. */
const INLINE =
  /\[(?=[[\]fc\d<(%@*A-Za-z])|<(?=[<\d%A-Za-z])|\\(?=[A-Za-z([_\\])|@(?=@)|\{(?=\{)|\$(?=\S)|(?<=[A-Za-z0-9)])[_^](?=[{(A-Za-z0-9*+-])|(?:src|call)(?=_)|(?<![\p{L}\p{N}])[*/_=~+](?=\S)|(?<=:)\/(?=\/)|(?<=https?|ftp|mailto|file|shell|elisp|doi|id):/gu;

/** Plain text on one line as Org that reads the same. A digest's formulas go through `orgFormula` instead. */
export function orgText(text: string): string {
  return cleanLine(text)
    .replaceAll(ZERO_WIDTH, '')
    .replace(INLINE, (sign) => `${sign}${ZERO_WIDTH}`);
}

/** The same where it begins a line: no heading, list, table, keyword, drawer or comment comes of it. */
export function orgLine(text: string): string {
  const inline = orgText(text);
  return /^(?:[*|#:+-]|\d+[.)]|[A-Za-z][.)] |%%|\[fn|DEADLINE|SCHEDULED|CLOSED|CLOCK)/.test(inline)
    ? ZERO_WIDTH + inline
    : inline;
}

/** A link to a web address; the text alone when the address is none. */
export function orgLink(text: string, address: string | null): string {
  const href = webAddress(address);
  const label = orgText(text).replace(/[[\]]/g, (bracket) => bracket + ZERO_WIDTH);
  if (href === null) return label;
  const target = href.replace(/[[\]\\]/g, (sign) => encodeURIComponent(sign));
  return label === '' ? `[[${target}]]` : `[[${target}][${label}]]`;
}

/** A formula of known, harmless commands stays one; any other is text, since LaTeX can read and write files. */
function orgFormula(source: string): string {
  const flat = source.replace(/\s+/g, ' ').trim();
  return isHarmlessFormula(flat) ? `\\(${flat}\\)` : verbatim(flat);
}

function emphasis(mark: string, tokens: readonly Token[]): string {
  const inner = inline(tokens);
  // Org marks only what neither begins nor ends with a space, and what stands apart from letters.
  return inner.trim() === '' ? inner : `${ZERO_WIDTH}${mark}${inner.trim()}${mark}${ZERO_WIDTH}`;
}

function verbatim(text: string): string {
  const flat = cleanLine(text).replaceAll('~', '∼');
  return flat === '' ? '' : `${ZERO_WIDTH}~${flat}~${ZERO_WIDTH}`;
}

function inline(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      switch (token.type) {
        case 'strong':
          return emphasis('*', (token as Tokens.Strong).tokens);
        case 'em':
          return emphasis('/', (token as Tokens.Em).tokens);
        case 'del':
          return emphasis('+', (token as Tokens.Del).tokens);
        case 'codespan':
          return verbatim((token as Tokens.Codespan).text);
        case 'math':
          return orgFormula(String(token['source']));
        case 'br':
          return ' ';
        case 'link':
        case 'image':
          return orgLink((token as Tokens.Link).text, (token as Tokens.Link).href);
        case 'text':
        case 'escape': {
          const { tokens: inner, text } = token as Tokens.Text;
          return inner === undefined ? spaced(text) : inline(inner);
        }
        default:
          return spaced('text' in token ? String(token.text) : token.raw);
      }
    })
    .join('');
}

/** `orgText` that keeps a blank at either end. */
function spaced(text: string): string {
  const before = /^\s/.test(text) ? ' ' : '';
  const after = /\S\s+$/.test(text) ? ' ' : '';
  return `${before}${orgText(text)}${after}`;
}

/** A line of inline markup at the beginning of a line. */
function line(tokens: readonly Token[]): string {
  const text = inline(tokens).replace(/\s+/g, ' ').trim();
  return /^(?:[*|#:+-]|\d+[.)]|[A-Za-z][.)] |%%|DEADLINE|SCHEDULED|CLOSED|CLOCK)/.test(text)
    ? ZERO_WIDTH + text
    : text;
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** Text as a block that Org shows as it is; a comma keeps its lines from ending it. */
function example(text: string): string {
  const lines = cleanLines(text).replace(/^(?=[ \t]*,*(?:\*|#\+))/gm, ',');
  return `#+begin_example\n${lines}\n#+end_example`;
}

function list({ items, ordered, start }: Tokens.List): string {
  return items
    .map((item, index) => {
      const bullet = ordered ? `${(start === '' ? 1 : start) + index}. ` : '- ';
      const box = item.task ? (item.checked === true ? '[X] ' : '[ ] ') : '';
      const body = blocks(
        item.tokens.filter(({ type }) => type !== 'checkbox'),
        '\n',
      );
      const inner = indented(body, ' '.repeat(bullet.length));
      // A block, table or list is one only where it begins its line.
      const begins = /^(?:#\+|\||-{5}|- |\d+\. )/.test(body);
      return bullet + box + (begins ? `\n${inner}` : inner.trimStart());
    })
    .join('\n');
}

function row(cells: readonly Tokens.TableCell[]): string {
  return `| ${cells.map(({ tokens }) => inline(tokens).replaceAll('|', '∣')).join(' | ')} |`;
}

function block(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'hr':
      return '-----';
    case 'code':
      return example((token as Tokens.Code).text);
    case 'mathBlock':
      return example(String(token['source']));
    case 'heading':
      return emphasis('*', (token as Tokens.Heading).tokens);
    case 'blockquote':
      return `#+begin_quote\n${blocks((token as Tokens.Blockquote).tokens)}\n#+end_quote`;
    case 'list':
      return list(token as Tokens.List);
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [row(header), '|-', ...rows.map(row)].join('\n');
    }
    default:
      return 'tokens' in token && Array.isArray(token.tokens)
        ? line(token.tokens)
        : orgLine(token.raw);
  }
}

function blocks(tokens: readonly Token[], gap = '\n\n'): string {
  return tokens
    .map(block)
    .filter((text) => text !== '')
    .join(gap);
}

/** Markdown of a digest or a note as Org text, below any heading. */
export function orgMarkdown(markdown: string): string {
  const text = cleanLines(markdown).replaceAll(ZERO_WIDTH, '');
  try {
    return blocks(marked.lexer(text));
  } catch {
    // Absurd nesting: the text is shown as it is.
    return example(text);
  }
}
