/** What is typed over a selection, or is several lines. */
import { EditorView } from '@codemirror/view';

/**
 * Puts in by itself what is typed over a selection, and lines that come at once (from dictation, say). Left to the browser,
 * the new text gets an inline style with the looks of what it replaces, or of the line that it splits, and the content
 * policy blocks that with an error in the console. What an input method composes stays the browser's.
 */
export const typedOver = EditorView.domEventHandlers({
  beforeinput: ({ inputType, data, isComposing }, view) => {
    if (inputType !== 'insertText' || data === null || isComposing || view.composing) return false;
    if (view.state.selection.main.empty && !data.includes('\n')) return false;
    view.dispatch({
      ...view.state.replaceSelection(data),
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});
