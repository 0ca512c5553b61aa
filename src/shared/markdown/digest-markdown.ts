/** How Markdown of digests and notes is read, in the window and on the way out: GFM with formulas and hardly any HTML. */
import { Lexer, Tokenizer } from 'marked';
import type { MarkedExtension, MarkedOptions, Token, TokenizerAndRendererExtension } from 'marked';
import { escapeHtml } from '../escape-html.ts';
import { endOfAddress } from './bare-address.ts';
import { formulaAt, nextFormulaStart, splitFormulas } from '../latex/formula.ts';

/** A formula as HTML; `display`: on a line of its own. */
export type FormulaToHtml = (source: string, display: boolean) => string;

const math = (toHtml: FormulaToHtml): TokenizerAndRendererExtension => ({
  name: 'math',
  level: 'inline',
  start: (text) => {
    const at = nextFormulaStart(text);
    return at < 0 ? undefined : at;
  },
  tokenizer: (text) => {
    const found = /^[$\\]/.test(text) ? formulaAt(text) : null;
    return found ? { type: 'math', ...found } : undefined;
  },
  renderer: (token) => toHtml(String(token['source']), token['display'] === true),
});

/** A display formula on lines of its own, whose lines must not be read as lists, tables or headings. */
const mathBlock = (toHtml: FormulaToHtml): TokenizerAndRendererExtension => ({
  name: 'mathBlock',
  level: 'block',
  start: (text) => {
    const at = text.search(/(?:^|\n)(?:\$\$|\\\[)/);
    return at < 0 ? undefined : at;
  },
  tokenizer: (text) => {
    const found = /^(?:\$\$|\\\[)/.test(text) ? formulaAt(text) : null;
    if (!found) return undefined;
    const end = /^[ \t]*(?:\n+|$)/.exec(text.slice(found.raw.length));
    return end ? { type: 'mathBlock', ...found, raw: found.raw + end[0] } : undefined;
  },
  renderer: (token) => `<p>${toHtml(String(token['source']), true)}</p>\n`,
});

/** The only HTML that Markdown may hold: line breaks, raised and lowered text, comments (which show nothing). */
const fewTags: TokenizerAndRendererExtension = {
  name: 'fewTags',
  level: 'inline',
  start: (text) => {
    const at = text.search(/<(?:br|su[bp]|!--)/i);
    return at < 0 ? undefined : at;
  },
  tokenizer: (text) => {
    const match =
      /^<(br)\s{0,9}\/?>/i.exec(text) ??
      /^<(su[bp])>([^<>]{1,200})<\/\1>/i.exec(text) ??
      /^<!--(?:(?!-->)[^<]){0,4000}-->/.exec(text);
    if (!match) return undefined;
    return { type: 'fewTags', raw: match[0], tag: match[1] ?? '', text: match[2] ?? '' };
  },
  renderer: (token) => {
    const tag = String(token['tag']).toLowerCase();
    if (tag === '') return '';
    return tag === 'br' ? '<br>' : `<${tag}>${escapeHtml(String(token['text']))}</${tag}>`;
  },
};

/**
 * Inline parsing is quadratic in the length of a paragraph for some texts (`_a_a_a…`). Paragraphs are parsed while the
 * sum of their squared lengths stays below this (some 0.3 s at worst, 500 pages of usual prose); the rest stay as text.
 */
const INLINE_WORK = 6e8;

function lexWithinBudget<P, R>(text: string, options?: MarkedOptions<P, R>): Token[] {
  const lexer = new Lexer<P, R>(options);
  lexer.blockTokens(text.replace(/\r\n?/g, '\n'), lexer.tokens);
  let work = 0;
  for (const { src, tokens } of lexer.inlineQueue) {
    work += src.length ** 2;
    if (work <= INLINE_WORK) lexer.inlineTokens(src, tokens);
    else {
      work -= src.length ** 2;
      tokens.push({ type: 'text', raw: src, text: src });
    }
  }
  return lexer.tokens;
}

/** GFM without raw HTML, with formulas, for a Marked of one's own; no text makes it work for long. */
export function digestMarkdown(toHtml: FormulaToHtml): MarkedExtension {
  return {
    gfm: true,
    breaks: false,
    extensions: [math(toHtml), mathBlock(toHtml), fewTags],
    // No raw HTML: with these tokenizers off, a tag is text like any other.
    tokenizer: {
      html: () => undefined,
      tag: () => undefined,
      url(text) {
        const end = endOfAddress(text);
        return end === null ? false : Tokenizer.prototype.url.call(this, text.slice(0, end));
      },
    },
    hooks: {
      provideLexer: () => lexWithinBudget,
      // `*` and `_` in formulas are no emphasis.
      emStrongMask: (text) =>
        splitFormulas(text)
          .map((part) => (typeof part === 'string' ? part : 'a'.repeat(part.raw.length)))
          .join(''),
    },
  };
}
