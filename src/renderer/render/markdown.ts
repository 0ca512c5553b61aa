/** Markdown → HTML that is still untrusted: sanitise.ts has the last word. */
import { Marked } from 'marked';
import { escapeHtml } from '../../shared/escape-html.ts';
import { digestMarkdown } from '../../shared/markdown/digest-markdown.ts';

function formulaPlaceholder(source: string, display: boolean): string {
  return `<span data-math="${display ? 'display' : 'inline'}">${escapeHtml(source)}</span>`;
}

const marked = new Marked(digestMarkdown(formulaPlaceholder), {
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ href, text }) => `<span data-image="${escapeHtml(href)}">${escapeHtml(text)}</span>`,
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
  },
});

/** HTML of a Markdown text (GFM). Formulas become `<span data-math>`, images `<span data-image>`. Throws on absurd nesting. */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown, { async: false });
}
