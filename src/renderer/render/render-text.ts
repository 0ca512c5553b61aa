/** Untrusted Markdown → a safe DOM fragment. The one way from a digest's or a note's text to the page. */
import { escapeHtml } from '../../shared/escape-html.ts';
import { isTooDeep } from './depth.ts';
import { placeHeadings } from './headings.ts';
import { placeImages, type ImageSource } from './images.ts';
import { markLabels, setDefinitions } from './labels.ts';
import { tagLanguages } from './language.ts';
import { guardLinks } from './links.ts';
import { markdownToHtml, type TextKind } from './markdown.ts';
import { typesetFormulas } from './math.ts';
import { joinParticles } from './particles.ts';
import { placePaperLinks } from './paper-links.ts';
import { sanitise } from './sanitise.ts';
import { markTasks, placeTasks } from './tasks.ts';

/** Characters that are rendered at most. */
export const MAX_TEXT = 200_000;

const MAX_PREPARED = 10_000;
/** Texts made ready ahead: as many as the reader's next steps may show, each with what it was made of. */
const READY = 8;
const ready = new Map<string, DocumentFragment | null>();

export interface RenderedText {
  readonly fragment: DocumentFragment;
  /** The text was longer than MAX_TEXT: its end is not shown. */
  readonly cut: boolean;
}

/** Renders a text. Never throws: a text that Markdown cannot take, or that nests absurdly, comes as plain text. */
export function renderText(text: string, sourceOf: ImageSource): RenderedText {
  const cut = text.length > MAX_TEXT;
  const shown = cut ? cutAtLine(text) : text;
  const made = ready.get(shown);
  const whole = made === undefined ? toFragment(shown, 'digest') : copied(made);
  const fragment = whole ?? sanitise(plain(shown));
  finish(fragment, sourceOf, 2);
  return { fragment, cut };
}

/** Does most of the work for a text that is likely to be rendered next. */
export function prepareText(text: string): void {
  // A long one would hold up whatever the reader does meanwhile.
  if (text === '' || text.length > MAX_PREPARED || ready.has(text)) return;
  ready.set(text, toFragment(text, 'digest'));
  for (const oldest of ready.keys()) {
    if (ready.size <= READY) break;
    ready.delete(oldest);
  }
}

function copied(fragment: DocumentFragment | null): DocumentFragment | null {
  return fragment === null ? null : document.importNode(fragment, true);
}

/** Renders the reader's note: with links to papers and with check boxes that know their place in the text. */
export function renderNote(text: string, sourceOf: ImageSource): RenderedText {
  const cut = text.length > MAX_TEXT;
  const shown = cut ? cutAtLine(text) : text;
  const marked = markTasks(shown);
  const withTasks = toFragment(marked.text, 'note');
  if (withTasks !== null) placeTasks(withTasks, marked);
  const fragment = withTasks ?? sanitise(plain(shown));
  finish(fragment, sourceOf, 3);
  placePaperLinks(fragment);
  return { fragment, cut };
}

/** `level`: of the text's own headings, below those of the page. */
function finish(fragment: DocumentFragment, sourceOf: ImageSource, level: 2 | 3): void {
  placeHeadings(fragment, level);
  placeImages(fragment, sourceOf);
  tagLanguages(fragment);
  markLabels(fragment);
  setDefinitions(fragment);
  typesetFormulas(fragment);
  joinParticles(fragment);
  guardLinks(fragment);
}

/** Null for a text that nests too deep to be laid out. */
function toFragment(text: string, kind: TextKind): DocumentFragment | null {
  const fragment = sanitise(toHtml(text, kind));
  return isTooDeep(fragment) ? null : fragment;
}

function toHtml(text: string, kind: TextKind): string {
  try {
    return markdownToHtml(text, kind);
  } catch {
    // The parser recurses: nesting thousands deep ends its stack. Such a text is shown as it is.
    return plain(text);
  }
}

function plain(text: string): string {
  return `<pre>${escapeHtml(text)}</pre>`;
}

function cutAtLine(text: string): string {
  const line = text.lastIndexOf('\n', MAX_TEXT);
  return text.slice(0, line > MAX_TEXT / 2 ? line : MAX_TEXT);
}
