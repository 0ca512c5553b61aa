/** What commands of the system's menu mean while one writes in a text field. */
import type { CommandId } from '../../shared/commands.ts';
import { placeOf } from './keys.ts';

interface Editing {
  /** As the browser asks before it does so, and an editor of its own may answer; null when it does not ask. */
  readonly inputType: 'historyUndo' | 'historyRedo' | null;
  /** Of `document.execCommand`. */
  readonly name: 'undo' | 'redo' | 'selectAll';
}

const EDITING: Partial<Record<CommandId, Editing>> = {
  'edit.undo': { inputType: 'historyUndo', name: 'undo' },
  'edit.redo': { inputType: 'historyRedo', name: 'redo' },
  'select.all': { inputType: null, name: 'selectAll' },
};

/** What has the focus, inside a shadow root too. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/**
 * Undo, redo and select all, done to the text field that has the focus: from a menu they mean its text, as their keys do, and
 * not the papers. False when none has the focus, or the command means something else.
 */
export function editField(id: CommandId): boolean {
  const editing = EDITING[id];
  const field = focused();
  if (editing === undefined || field === null || !placeOf(field).textField) return false;
  const { inputType, name } = editing;
  const asked =
    inputType === null ||
    field.dispatchEvent(
      new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true, composed: true }),
    );
  // Deprecated, and the only way to a text field's own history.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (asked) document.execCommand(name);
  return true;
}
