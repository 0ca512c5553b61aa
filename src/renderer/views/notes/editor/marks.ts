/** Bold and italic by key: puts signs around the selection, or takes them away. */
import { EditorSelection } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Turns a pair of signs (`**`, `_`) around each selection on or off. */
export function toggleMark(sign: string): (view: EditorView) => boolean {
  const { length } = sign;
  return (view) => {
    const { state } = view;
    if (state.readOnly) return false;
    const change = state.changeByRange((range) => {
      const { from, to } = range;
      const around =
        state.sliceDoc(from - length, from) === sign && state.sliceDoc(to, to + length) === sign;
      if (around) {
        return {
          changes: [
            { from: from - length, to: from },
            { from: to, to: to + length },
          ],
          range: EditorSelection.range(from - length, to - length),
        };
      }
      return {
        changes: [
          { from, insert: sign },
          { from: to, insert: sign },
        ],
        range: EditorSelection.range(from + length, to + length),
      };
    });
    view.dispatch(state.update(change, { userEvent: 'input.mark', scrollIntoView: true }));
    return true;
  };
}
