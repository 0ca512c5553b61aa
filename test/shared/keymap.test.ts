import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, type CommandId } from '../../src/shared/commands.ts';
import { giveKey, Keymap, normaliseKey, partsOf, withKeys } from '../../src/shared/keymap.ts';

const ids = commands.map(({ id }) => id);
const anyId = fc.constantFrom<CommandId>(...ids);
const anyKey = fc.constantFrom(
  's',
  'Mod+k',
  'Shift+ArrowDown',
  'F2',
  'Delete',
  '?',
  'Alt+x',
  'Space',
);
const overrides = fc.dictionary(
  fc.oneof(anyId, fc.string({ maxLength: 20 })),
  fc.array(fc.oneof(anyKey, fc.string({ maxLength: 12 })), { maxLength: 3 }),
  { maxKeys: 6 },
);

describe('the table of commands', () => {
  it('gives no key to two commands in one place', () => {
    expect(new Keymap({}).conflicts()).toEqual([]);
  });

  it('has every id once, and both titles', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title } of commands) {
      expect(title.en, id).not.toBe('');
      expect(title.ko, id).toMatch(/[가-힣]/);
    }
  });
});

describe('keys', () => {
  it('are written in one way, whichever way they came', () => {
    expect(normaliseKey('Shift+J')).toBe('Shift+j');
    expect(normaliseKey('Shift+Mod+n')).toBe('Mod+Shift+n');
    expect(normaliseKey('Shift+?')).toBe('?');
    expect(normaliseKey('Mod+Shift+Plus')).toBe('Mod+Plus');
    expect(partsOf('Mod++')).toEqual({ mod: true, alt: false, shift: false, key: '+' });
  });

  it('of any text stay as they are once they are normal', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const once = normaliseKey(key);
        expect(normaliseKey(once)).toBe(once);
      }),
    );
  });
});

describe('the keymap', () => {
  it('answers a pane’s own command before one that works everywhere', () => {
    const keymap = new Keymap({ 'list.rename': ['s'] });
    expect(keymap.find('s', 'sidebar')).toBe('list.rename');
    expect(keymap.find('s', 'list')).toBe('paper.star');
    expect(keymap.conflicts()).toEqual([]);
  });

  it('keeps named keys of the list to the list', () => {
    const keymap = new Keymap({});
    expect(keymap.find('ArrowDown', 'list')).toBe('list.next');
    expect(keymap.find('ArrowDown', 'nowhere')).toBe('list.next');
    expect(keymap.find('ArrowDown', 'reader')).toBeNull();
    expect(keymap.find('Delete', 'list')).toBe('paper.removeFromList');
    expect(keymap.find('Delete', 'sidebar')).toBe('list.delete');
  });

  it('lets text fields have all but what works in them by its scope', () => {
    const keymap = new Keymap({});
    expect(keymap.find('Mod+k', 'field')).toBe('palette.open');
    expect(keymap.find('F11', 'field')).toBe('view.fullScreen');
    expect(keymap.find('Mod+a', 'field')).toBeNull();
    expect(keymap.find('/', 'field')).toBeNull();
  });

  it('tells a key that two commands have in one place', () => {
    const keymap = new Keymap({ 'paper.note': ['s', 'n'] });
    expect(keymap.conflicts()).toEqual([{ stroke: 's', commands: ['paper.star', 'paper.note'] }]);
    expect(keymap.rivals('paper.note', 's')).toEqual(['paper.star']);
    expect(keymap.find('s', 'list')).toBe('paper.star');
  });

  it('stands on whatever a settings file may hold', () => {
    fc.assert(
      fc.property(overrides, (kept) => {
        const keymap = new Keymap(kept);
        for (const id of ids) {
          for (const key of keymap.keys(id)) expect(normaliseKey(key)).toBe(key);
        }
      }),
    );
  });

  it('has no conflict about a key that was given to a command', () => {
    fc.assert(
      fc.property(overrides, anyId, anyKey.map(normaliseKey), (kept, id, stroke) => {
        const after = new Keymap(giveKey(kept, id, stroke));
        expect(after.keys(id)).toContain(stroke);
        expect(after.rivals(id, stroke)).toEqual([]);
      }),
    );
  });

  it('forgets an override that says what the table says', () => {
    expect(withKeys({ 'paper.star': ['x'] }, 'paper.star', ['S'])).toEqual({});
    expect(withKeys({}, 'paper.star', [])).toEqual({ 'paper.star': [] });
    expect(withKeys({ 'no.such': ['q'] }, 'paper.star', ['w'])).toEqual({
      'no.such': ['q'],
      'paper.star': ['w'],
    });
  });
});
