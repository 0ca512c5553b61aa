/** Untrusted Markdown → a safe DOM fragment. The one way from a digest's or a note's text to the page. */
import { escapeHtml } from '../../shared/escape-html.ts';
import { placeImages, type ImageSource } from './images.ts';
import { markLabels } from './labels.ts';
import { tagLanguages } from './language.ts';
import { guardLinks } from './links.ts';
import { markdownToHtml } from './markdown.ts';
import { typesetFormulas } from './math.ts';
import { sanitise } from './sanitise.ts';

/** Characters that are rendered at most. */
export const MAX_TEXT = 200_000;

export interface RenderedText {
  readonly fragment: DocumentFragment;
  /** The text was longer than MAX_TEXT: its end is not shown. */
  readonly cut: boolean;
}

/** Renders a text. Never throws: a text that Markdown cannot take comes as plain text. */
export function renderText(text: string, sourceOf: ImageSource): RenderedText {
  const cut = text.length > MAX_TEXT;
  const fragment = sanitise(toHtml(cut ? cutAtLine(text) : text));
  placeImages(fragment, sourceOf);
  tagLanguages(fragment);
  markLabels(fragment);
  typesetFormulas(fragment);
  guardLinks(fragment);
  return { fragment, cut };
}

function toHtml(text: string): string {
  try {
    return markdownToHtml(text);
  } catch {
    // The parser recurses: nesting thousands deep ends its stack. Such a text is shown as it is.
    return `<pre>${escapeHtml(text)}</pre>`;
  }
}

function cutAtLine(text: string): string {
  const line = text.lastIndexOf('\n', MAX_TEXT);
  return text.slice(0, line > MAX_TEXT / 2 ? line : MAX_TEXT);
}
