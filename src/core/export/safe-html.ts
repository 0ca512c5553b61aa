/** Markdown and LaTeX of digests as HTML that needs no sanitiser: only elements that are named here come out. */
import katex from 'katex';
import { Marked, type Tokens } from 'marked';
import { escapeHtml } from '../../shared/escape-html.ts';
import { splitFormulas } from '../../shared/latex/formula.ts';
import { commandsToText } from '../../shared/latex/latex-text.ts';
import { digestMarkdown } from '../../shared/markdown/digest-markdown.ts';
import { cleanLine, cleanLines, webAddress } from './clean.ts';

const MAX_SOURCE = 4_000;
/** Headings of a text stand below that of its paper. */
const DEMOTED = 2;

/** A formula as MathML, which browsers print without any font or style of ours; as code when KaTeX cannot read it. */
function mathml(source: string, display: boolean): string {
  const failed = `<code>${escapeHtml(source)}</code>`;
  if (source.length > MAX_SOURCE) return failed;
  try {
    return katex.renderToString(source, {
      displayMode: display,
      output: 'mathml',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 300,
      maxSize: 20,
    });
  } catch {
    // ParseError, or a RangeError of absurd nesting: either way the page shows what the author wrote.
    return failed;
  }
}

const marked = new Marked(digestMarkdown(mathml), {
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text, href }) => link(escapeHtml(text === '' ? href : text), href),
    link(token: Tokens.Link) {
      return link(this.parser.parseInline(token.tokens), token.href);
    },
    heading(token: Tokens.Heading) {
      const level = Math.min(6, token.depth + DEMOTED);
      return `<h${level}>${this.parser.parseInline(token.tokens)}</h${level}>\n`;
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
  },
});

function link(html: string, address: string): string {
  const href = webAddress(address);
  return href === null ? html : `<a href="${escapeHtml(href)}" rel="noreferrer">${html}</a>`;
}

/** A link to a web address around a text; the text alone when the address is none. */
export function htmlLink(text: string, address: string | null): string {
  return link(escapeHtml(cleanLine(text)), address ?? '');
}

/** HTML of a Markdown text: no element but those of Markdown and MathML, no address but http and https, nothing that loads. */
export function markdownHtml(markdown: string): string {
  const text = cleanLines(markdown);
  try {
    return marked.parse(text, { async: false });
  } catch {
    // Absurd nesting: the text is shown as it is.
    return `<pre>${escapeHtml(text)}</pre>\n`;
  }
}

/** A title with its formulas typeset. */
export function titleHtml(title: string): string {
  return splitFormulas(cleanLine(title))
    .map((part) =>
      typeof part === 'string' ? escapeHtml(commandsToText(part)) : mathml(part.source, false),
    )
    .join('');
}
