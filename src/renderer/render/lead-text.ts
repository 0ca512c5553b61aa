/** How a summary begins, as plain text for a page that shows many: no markup, no labels, formulas as characters. */
import { Marked, type Token, type Tokens } from 'marked';
import { latexToText } from '../../shared/latex/latex-text.ts';

const marked = new Marked({ gfm: true });

/** Plain text of a Markdown beginning; '' when it holds no words. Whoever shows it shows it as text. */
export function leadText(markdown: string): string {
  const blocks = marked.lexer(markdown).map((token) => latexToText(textOf(token).trim()));
  return blocks
    .filter((text) => text !== '')
    .map((text) => text.replace(LABEL, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `What's New: `, `방법: ` before what it labels. */
const LABEL = /^[\p{L}\p{N}'’ /&-]{2,30}[:：]\s+(?=\S)/u;

function textOf(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'image':
    case 'html':
    case 'code':
    case 'table':
    case 'def':
      return '';
    case 'br':
      return ' ';
    default: {
      const children = childrenOf(token);
      if (children === null) return 'text' in token ? String(token.text) : '';
      // Items of a list are sentences of their own.
      return children.map(textOf).join(token.type === 'list' ? ' ' : '');
    }
  }
}

function childrenOf(token: Token): readonly Token[] | null {
  if (token.type === 'list') return (token as Tokens.List).items;
  return 'tokens' in token ? (token.tokens ?? null) : null;
}
