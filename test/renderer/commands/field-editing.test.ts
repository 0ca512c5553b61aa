import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { editField } from '../../../src/renderer/commands/field-editing.ts';

const execCommand = vi.fn();

beforeEach(() => {
  execCommand.mockReset();
  Object.assign(document, { execCommand });
});
afterEach(() => {
  document.body.replaceChildren();
});

function focus<T extends HTMLElement>(element: T, into: ParentNode = document.body): T {
  into.append(element);
  element.focus();
  return element;
}

describe('commands of the system’s menu', () => {
  it('are done to the text field that has the focus', () => {
    focus(document.createElement('input'));
    expect(['edit.undo', 'edit.redo', 'select.all'].map((id) => editField(id as never))).toEqual([
      true,
      true,
      true,
    ]);
    expect(execCommand.mock.calls).toEqual([['undo'], ['redo'], ['selectAll']]);
  });

  it('are left to an editor that has a history of its own, inside a shadow root', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const editor = document.createElement('div');
    editor.contentEditable = 'true';
    editor.setAttribute('contenteditable', 'true');
    editor.tabIndex = 0;
    const asked: string[] = [];
    editor.addEventListener('beforeinput', (event) => {
      asked.push(event.inputType);
      event.preventDefault();
    });
    focus(editor, host.attachShadow({ mode: 'open' }));
    expect(editField('edit.undo')).toBe(true);
    expect(asked).toEqual(['historyUndo']);
    expect(execCommand).not.toHaveBeenCalled();
  });

  it('are the app’s everywhere else, and always when they mean no text', () => {
    expect(editField('edit.undo')).toBe(false);
    focus(document.createElement('button'));
    expect(editField('select.all')).toBe(false);
    focus(document.createElement('textarea'));
    expect(editField('paper.star')).toBe(false);
    expect(execCommand).not.toHaveBeenCalled();
  });
});
