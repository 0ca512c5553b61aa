/** The words of the search, marked in a note while it is written as they are where it is read. */
import { RangeSetBuilder, StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, ViewUpdate, EditorView } from '@codemirror/view';
import { findInText } from '../../../render/find-text.ts';

const look = StateEffect.define<RegExp | null>();
const pattern = StateField.define<RegExp | null>({
  create: () => null,
  update: (present, { effects }) =>
    effects.reduce<RegExp | null>((last, each) => (each.is(look) ? each.value : last), present),
});
const word = Decoration.mark({ class: 'cm-search-word' });

/** Of the lines on screen: a note may be long. */
function marksIn(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  const words = view.state.field(pattern);
  if (words === null) return marks.finish();
  let done = -1;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      at = line.to + 1;
      // Two ranges may be of one line.
      if (line.from <= done) continue;
      done = line.from;
      for (const { start, end } of findInText(line.text, words)) {
        marks.add(line.from + start, line.from + end, word);
      }
    }
  }
  return marks.finish();
}

const painter = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = marksIn(view);
    }

    update({ view, docChanged, viewportChanged, changes, state, startState }: ViewUpdate): void {
      // A new element under the caret would end what an input method composes.
      if (view.composing) this.decorations = this.decorations.map(changes);
      else if (docChanged || viewportChanged || state.field(pattern) !== startState.field(pattern))
        this.decorations = marksIn(view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

export const searchWords: Extension = [pattern, painter];

/** Marks what a global pattern finds in folded text from now on; null marks nothing. */
export function markWords(view: EditorView, words: RegExp | null): void {
  if (view.state.field(pattern) !== words) view.dispatch({ effects: look.of(words) });
}
