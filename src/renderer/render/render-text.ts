/** Untrusted Markdown → a safe DOM fragment. The one way from a digest's or a note's text to the page. */
import { escapeHtml } from '../../shared/escape-html.ts';
import { placeImages, type ImageSource } from './images.ts';
import { markLabels } from './labels.ts';
import { tagLanguages } from './language.ts';
import { guardLinks } from './links.ts';
import { markdownToHtml, type TextKind } from './markdown.ts';
import { typesetFormulas } from './math.ts';
import { placePaperLinks } from './paper-links.ts';
import { sanitise } from './sanitise.ts';
import { markTasks, placeTasks } from './tasks.ts';

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
  const fragment = sanitise(toHtml(cut ? cutAtLine(text) : text, 'digest'));
  finish(fragment, sourceOf);
  return { fragment, cut };
}

/** Renders the reader's note: with links to papers and with check boxes that know their place in the text. */
export function renderNote(text: string, sourceOf: ImageSource): RenderedText {
  const cut = text.length > MAX_TEXT;
  const marked = markTasks(cut ? cutAtLine(text) : text);
  const fragment = sanitise(toHtml(marked.text, 'note'));
  placeTasks(fragment, marked);
  finish(fragment, sourceOf);
  placePaperLinks(fragment);
  return { fragment, cut };
}

function finish(fragment: DocumentFragment, sourceOf: ImageSource): void {
  placeImages(fragment, sourceOf);
  tagLanguages(fragment);
  markLabels(fragment);
  typesetFormulas(fragment);
  guardLinks(fragment);
}

function toHtml(text: string, kind: TextKind): string {
  try {
    return markdownToHtml(text, kind);
  } catch {
    // The parser recurses: nesting thousands deep ends its stack. Such a text is shown as it is.
    return `<pre>${escapeHtml(text)}</pre>`;
  }
}

function cutAtLine(text: string): string {
  const line = text.lastIndexOf('\n', MAX_TEXT);
  return text.slice(0, line > MAX_TEXT / 2 ? line : MAX_TEXT);
}
