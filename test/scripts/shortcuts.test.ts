import { expect, it } from 'vitest';
import { readmes, shortcutsTable, withShortcuts } from '../../scripts/shortcuts.js';

it('README.md holds the shortcuts as the action table has them', async () => {
  const { present, wanted } = await readmes();
  expect(present).toBe(wanted);
});

it('the table names every command that has a key, in both languages', () => {
  const table = shortcutsTable([
    { group: 'go', title: { en: 'Next', ko: '다음' }, keys: ['j', 'ArrowDown'] },
    { group: 'file', title: { en: 'Export', ko: '내보내기' }, keys: ['Mod+Shift+e'] },
    { group: 'file', title: { en: 'No key', ko: '키 없음' }, keys: [] },
  ]);
  expect(table).toContain('| Next | 다음 | <kbd>J</kbd> or <kbd>Down</kbd> |');
  expect(table).toContain('<kbd>Ctrl/⌘</kbd>+<kbd>Shift</kbd>+<kbd>E</kbd>');
  expect(table).not.toContain('No key');
});

it('a README without a place for them is refused', () => {
  expect(() => withShortcuts('# Lectern', '')).toThrow('README.md has no');
});
