/** Markdown → HTML that is still untrusted: sanitise.ts has the last word. */
import { Marked } from 'marked';
import type { MarkedExtension, TokenizerAndRendererExtension } from 'marked';
import { escapeHtml } from '../../shared/escape-html.ts';
import { digestMarkdown } from '../../shared/markdown/digest-markdown.ts';
import { wikiLinkAt } from '../../shared/wiki-links.ts';

function formulaPlaceholder(source: string, display: boolean): string {
  return `<span data-math="${display ? 'display' : 'inline'}">${escapeHtml(source)}</span>`;
}

/** `[[arxiv:2402.01391|StepCoder]]`, in notes only: a digest cannot send the reader to a paper. */
const paperLink: TokenizerAndRendererExtension = {
  name: 'paperLink',
  level: 'inline',
  start: (text) => {
    const at = text.indexOf('[[');
    return at < 0 ? undefined : at;
  },
  tokenizer: (text) => {
    const link = wikiLinkAt(text);
    if (link === null) return undefined;
    const { paper, title, to } = link;
    return { type: 'paperLink', raw: text.slice(0, to), paper, title: title ?? paper };
  },
  renderer: (token) =>
    `<span data-paper="${escapeHtml(String(token['paper']))}">${escapeHtml(String(token['title']))}</span>`,
};

const OUTPUT: MarkedExtension = {
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ href, text }) => `<span data-image="${escapeHtml(href)}">${escapeHtml(text)}</span>`,
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
  },
};

const digests = new Marked(digestMarkdown(formulaPlaceholder), OUTPUT);
// Who presses Enter in a note means a new line.
const notes = new Marked(digestMarkdown(formulaPlaceholder), OUTPUT, {
  breaks: true,
  extensions: [paperLink],
});

/** Who wrote a text: a stranger, or the reader. Both are untrusted, but a note has links to papers. */
export type TextKind = 'digest' | 'note';

/**
 * HTML of a Markdown text (GFM). Formulas become `<span data-math>`, images `<span data-image>`, links to papers
 * `<span data-paper>`. Throws on absurd nesting.
 */
export function markdownToHtml(markdown: string, kind: TextKind = 'digest'): string {
  return (kind === 'note' ? notes : digests).parse(markdown, { async: false });
}
