/** How the editor looks: only with the app's own colours and sizes, which reach into its shadow root. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-text)',
    fontSize: 'var(--size-5)',
    lineHeight: '1.7',
    overflow: 'visible',
  },
  '.cm-content': {
    minHeight: '8.5em',
    padding: 'var(--space-3) 0',
    caretColor: 'var(--ink)',
    wordBreak: 'keep-all',
    overflowWrap: 'anywhere',
  },
  '.cm-line': { padding: '0 var(--space-3)' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-paper-link': { color: 'var(--accent)' },
  '.cm-search-word': { backgroundColor: 'var(--mark)' },
  '@media (forced-colors: active)': {
    '.cm-search-word': { backgroundColor: 'Mark', color: 'MarkText' },
  },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-2)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxWidth: 'min(560px, 80vw)',
    maxHeight: '15em',
    fontFamily: 'var(--font)',
    fontSize: 'var(--size-3)',
    padding: 'var(--space-1)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: 'var(--space-3)',
    justifyContent: 'space-between',
    padding: '5px var(--space-2)',
    borderRadius: 'var(--radius-1)',
    lineHeight: '1.4',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-completionLabel': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '650' },
  '.cm-completionDetail': { flex: 'none', fontStyle: 'normal', color: 'var(--ink-2)', margin: '0' },
});

const marks = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  // Hangul has no italics: slanted syllables are hard to read.
  { tag: tags.emphasis, color: 'var(--accent)' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: '0.9em' },
  { tag: tags.quote, color: 'var(--ink-2)' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--ink-3)' },
  { tag: tags.atom, color: 'var(--accent)' },
]);

export const noteTheme: Extension = [look, syntaxHighlighting(marks)];
