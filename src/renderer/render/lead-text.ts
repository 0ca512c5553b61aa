/** How a summary begins, as plain text for a page that shows many: no markup, no labels, formulas as characters. */
import { Marked, type Token, type Tokens } from 'marked';
import { latexToText } from '../../shared/latex/latex-text.ts';

const marked = new Marked({ gfm: true });

/** Plain text of a Markdown beginning; '' when it holds no words. Whoever shows it shows it as text. */
export function leadText(markdown: string): string {
  return marked.lexer(markdown).map(blockText).join(' ').replace(/\s+/g, ' ').trim();
}

/** Longer ones are what is said, not what it is called. */
const MAX_LABEL = 60;
/** `방법: `, `Idea: ` before what it labels: one word, in a paragraph of its own. */
const PLAIN_LABEL = /^[\p{L}\p{N}'’/&-]{2,30}[:：]\s+(?=\S)/u;

/** Of a block that may hold others: items and paragraphs are sentences of their own. */
function blockText(token: Token): string {
  switch (token.type) {
    case 'list':
      return (token as Tokens.List).items.map(blockText).join(' ');
    case 'list_item':
    case 'blockquote':
      return (token.tokens ?? []).map(blockText).join(' ');
    case 'paragraph':
      return lineText(token).replace(PLAIN_LABEL, '');
    default:
      return lineText(token);
  }
}

/** Of a block of words, without the label in bold that it may begin with. */
function lineText(token: Token): string {
  const [first, ...rest] = childrenOf(token);
  if (first === undefined) return latexToText(inlineText(token).trim());
  const head = inlineText(first);
  const after = rest.map(inlineText).join('');
  return latexToText((unlabelled(first, head, after) ?? head + after).trim());
}

/** What `**A**: …` or `**A:** …` says; null where there is no label, or nothing after it. */
function unlabelled({ type }: Token, head: string, after: string): string | null {
  if ((type !== 'strong' && type !== 'em') || head.length > MAX_LABEL) return null;
  const colon = /[:：]\s*$/.test(head) ? '' : /^\s?[:：]/.exec(after)?.[0];
  const text = colon === undefined ? '' : after.slice(colon.length).trim();
  return text === '' ? null : text;
}

function inlineText(token: Token): string {
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
      if (children.length > 0) return children.map(inlineText).join('');
      return 'text' in token ? String(token.text) : '';
    }
  }
}

function childrenOf(token: Token): readonly Token[] {
  return ('tokens' in token ? token.tokens : null) ?? [];
}
