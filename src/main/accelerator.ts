import { partsOf, type Stroke } from '../shared/keymap.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
};

/**
 * The key of a command that a native menu shows, as Electron writes it: the first that holds Mod or Alt or is a function
 * key. Single letters stay out of the menu: they would be taken from whoever types. Null when there is none.
 */
export function acceleratorOf(keys: readonly Stroke[]): string | null {
  for (const stroke of keys) {
    const { mod, alt, shift, key } = partsOf(stroke);
    // What Electron cannot name would make it throw.
    const known =
      /^([!-~]|F\d{1,2}|Arrow\w+|Space|Plus|Enter|Home|End|PageUp|PageDown|Delete|Backspace|Tab)$/;
    if (!known.test(key) || !(mod || alt || /^F\d/.test(key))) continue;
    const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
    return `${mod ? 'CommandOrControl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
  }
  return null;
}
