import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/shared/commands.ts';
import { Keymap, partsOf } from '../../../src/shared/keymap.ts';
import {
  commandFor,
  keyCaps,
  keyText,
  placeOf,
  strokeOf,
  type Place,
} from '../../../src/renderer/commands/keys.ts';

const keymap = new Keymap({});
const nowhere: Place = { textField: false, pressable: false, pane: null };

function commandOf(init: KeyboardEventInit, place: Place = nowhere, mac = false): string | null {
  const stroke = strokeOf(new KeyboardEvent('keydown', init), mac);
  return stroke === null ? null : commandFor(stroke, place, keymap);
}

describe('keys', () => {
  it('run the command of the table', () => {
    expect(commandOf({ key: 'j', code: 'KeyJ' })).toBe('list.next');
    expect(commandOf({ key: 'J', code: 'KeyJ', shiftKey: true })).toBe('list.nextUnread');
    expect(commandOf({ key: ' ', code: 'Space' })).toBe('reader.advance');
    expect(commandOf({ key: ' ', code: 'Space', shiftKey: true })).toBe('reader.back');
    expect(commandOf({ key: '?', code: 'Slash', shiftKey: true })).toBe('help.shortcuts');
    expect(commandOf({ key: 'z', code: 'KeyZ', ctrlKey: true })).toBe('edit.undo');
  });

  it('reach every command of the table that has keys', () => {
    const shifted = /^[?<>{}+]$/;
    for (const { id, scope, keys } of commands) {
      for (const key of keys) {
        const { mod, alt, shift, key: name } = partsOf(key);
        const typed = { Space: ' ', Plus: '+' }[name] ?? name;
        const init = {
          key: typed,
          ctrlKey: mod,
          altKey: alt,
          shiftKey: shift || shifted.test(typed),
        };
        const pane = scope === 'global' || scope === 'input' ? null : scope;
        const place = { ...nowhere, pane, page: scope === 'page' };
        expect(commandOf(init, place), key).toBe(id);
      }
    }
  });

  it('of pages mean nothing while the papers are shown', () => {
    expect(commandOf({ key: 'Escape' }, { ...nowhere, page: true })).toBe('page.close');
    expect(commandOf({ key: 'Escape' })).toBe('select.none');
    expect(commandOf({ key: 'j' }, { ...nowhere, page: true })).toBe('list.next');
  });

  it('mean the same with a Korean layout', () => {
    expect(commandOf({ key: 'ㅓ', code: 'KeyJ' })).toBe('list.next');
    expect(commandOf({ key: 'ㅓ', code: 'KeyJ', shiftKey: true })).toBe('list.nextUnread');
    expect(commandOf({ key: 'ㅏ', code: 'KeyK' })).toBe('list.previous');
    expect(commandOf({ key: 'ㅋ', code: 'KeyZ', ctrlKey: true })).toBe('edit.undo');
  });

  it('follow the letters of a layout, not their place', () => {
    // AZERTY: the letter A lies where QWERTY has Q.
    expect(commandOf({ key: 'A', code: 'KeyQ', shiftKey: true })).toBe('mark.all');
  });

  it('mean nothing while an input method composes', () => {
    expect(commandOf({ key: 'ㅓ', code: 'KeyJ', isComposing: true })).toBeNull();
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    expect(commandOf({ key: 'Process', code: 'KeyJ', keyCode: 229 })).toBeNull();
  });

  it('mean nothing with Alt, or with the other system’s command key', () => {
    expect(commandOf({ key: 'j', code: 'KeyJ', altKey: true })).toBeNull();
    expect(commandOf({ key: 'j', code: 'KeyJ', metaKey: true })).toBeNull();
    expect(commandOf({ key: 'z', code: 'KeyZ', ctrlKey: true }, nowhere, true)).toBeNull();
    expect(commandOf({ key: 'z', code: 'KeyZ', metaKey: true }, nowhere, true)).toBe('edit.undo');
  });

  it('leave text fields their letters and their own undo', () => {
    const field = { ...nowhere, textField: true, pressable: true };
    expect(commandOf({ key: 'j', code: 'KeyJ' }, field)).toBeNull();
    expect(commandOf({ key: 'ㅓ', code: 'KeyJ' }, field)).toBeNull();
    expect(commandOf({ key: '/', code: 'Slash' }, field)).toBeNull();
    expect(commandOf({ key: 'z', code: 'KeyZ', ctrlKey: true }, field)).toBeNull();
    expect(commandOf({ key: 'f', code: 'KeyF', ctrlKey: true }, field)).toBe('search.focus');
    expect(commandOf({ key: ',', code: 'Comma', ctrlKey: true }, field)).toBe('view.settings');
  });

  it('leave buttons Space and Enter, but no letters', () => {
    const button = { ...nowhere, pressable: true };
    expect(commandOf({ key: ' ', code: 'Space' }, button)).toBeNull();
    expect(commandOf({ key: 'Enter', code: 'Enter' }, button)).toBeNull();
    expect(commandOf({ key: 's', code: 'KeyS' }, button)).toBe('paper.star');
  });

  it('leave the reading pane its arrows, for scrolling', () => {
    const reader = { ...nowhere, pane: 'reader' };
    expect(commandOf({ key: 'ArrowDown', code: 'ArrowDown' }, reader)).toBeNull();
    expect(commandOf({ key: 'End', code: 'End' }, reader)).toBeNull();
    expect(commandOf({ key: 'j', code: 'KeyJ' }, reader)).toBe('list.next');
    const list = { ...nowhere, pane: 'list' };
    expect(commandOf({ key: 'ArrowDown', code: 'ArrowDown' }, list)).toBe('list.next');
  });

  it('know where they were pressed', () => {
    document.body.innerHTML =
      '<section data-pane="reader"><input type="text"><input type="checkbox"><p><b>x</b></p></section>';
    const at = (selector: string): Place => placeOf(document.querySelector(selector));
    expect(at('[type=text]')).toEqual({ textField: true, pressable: true, pane: 'reader' });
    expect(at('[type=checkbox]')).toEqual({ textField: false, pressable: true, pane: 'reader' });
    expect(at('b')).toEqual({ textField: false, pressable: false, pane: 'reader' });
  });

  it('are shown as each system writes them', () => {
    expect(keyCaps('Mod+Shift+n', true)).toEqual(['⌘', '⇧', 'N']);
    expect(keyCaps('Mod+Shift+n', false)).toEqual(['Ctrl', 'Shift', 'N']);
    expect(keyCaps('Mod+Alt+1', true)).toEqual(['⌘', '⌥', '1']);
    expect(keyText('Mod+z', false)).toBe('Ctrl+Z');
    expect(keyText('Mod+Plus', true)).toBe('⌘+');
  });
});
