import { describe, expect, it, vi } from 'vitest';
import {
  contextMenuTemplate,
  type ContextMenuOptions,
  type Pointed,
} from '../../src/main/context-menu.ts';

vi.mock('electron', () => ({ Menu: {} }));

const CAN = {
  canUndo: true,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: true,
  canSelectAll: true,
};

const field: Pointed = {
  isEditable: true,
  selectionText: '',
  formControlType: 'input-text',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: CAN,
};

function template(pointed: Partial<Pointed>, options: Partial<ContextMenuOptions> = {}) {
  return contextMenuTemplate(
    { ...field, ...pointed },
    { language: 'en', run: () => undefined, replaceWord: () => undefined, ...options },
  );
}

const labels = (items: ReturnType<typeof template>) => items.flatMap(({ label }) => label ?? []);

describe('the menu of a text field', () => {
  it('undoes, cuts, copies, pastes and selects all, where that is possible now', () => {
    const items = template({}).filter(({ type }) => type !== 'separator');
    expect(items.map(({ id, role, enabled }) => [id ?? role, enabled])).toEqual([
      ['edit.undo', true],
      ['edit.redo', false],
      ['cut', false],
      ['copy', false],
      ['paste', true],
      ['selectAll', true],
    ]);
  });

  it('always offers undo in the editor of notes, whose history is its own', () => {
    const none = { ...CAN, canUndo: false };
    const [undo, redo] = template({ formControlType: 'none', editFlags: none });
    expect([undo?.enabled, redo?.enabled]).toEqual([true, true]);
  });

  it('speaks Korean', () => {
    const shown = labels(template({}, { language: 'ko' }));
    expect(shown).toHaveLength(6);
    expect(shown.filter((label) => !/[가-힣]/.test(label))).toEqual([]);
  });

  it('has the page undo, which knows what the text field has done', () => {
    const run = vi.fn();
    const [undo] = template({}, { run });
    (undo?.click as () => void)();
    expect(run).toHaveBeenCalledWith('edit.undo');
  });

  it('offers what the spell checker proposes, a few words, before all else', () => {
    const replaceWord = vi.fn();
    const dictionarySuggestions = ['R&D', 'b', 'c', 'd', 'e', 'f'];
    const items = template({ misspelledWord: 'RD', dictionarySuggestions }, { replaceWord });
    expect(labels(items).slice(0, 6)).toEqual(['R&&D', 'b', 'c', 'd', 'e', 'Undo']);
    (items[0]?.click as () => void)();
    expect(replaceWord).toHaveBeenCalledWith('R&D');
  });
});

describe('the menu of text', () => {
  it('copies what is selected', () => {
    const items = template({ isEditable: false, selectionText: ' words ' });
    expect(items.map(({ role }) => role)).toEqual(['copy']);
  });

  it('is not shown where nothing is selected', () => {
    expect(template({ isEditable: false, selectionText: ' \n' })).toEqual([]);
  });
});
