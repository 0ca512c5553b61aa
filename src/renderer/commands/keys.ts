import {
  partsOf,
  strokeOfParts,
  type KeyArea,
  type Keymap,
  type Stroke,
} from '../../shared/keymap.ts';
import type { CommandId } from '../../shared/commands.ts';

/** Keys that a layout may type as something else: with Alt on macOS, or none of the Latin alphabet. */
const BY_CODE: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ['/', '?'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
};

const NO_KEYS: readonly string[] = ['Process', 'Unidentified', 'Dead', 'AltGraph'];
const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Fn', 'Hyper'];

function byPlace(event: KeyboardEvent): string | null {
  const name = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code);
  return (
    name?.[1]?.toLowerCase() ?? name?.[2] ?? BY_CODE[event.code]?.[event.shiftKey ? 1 : 0] ?? null
  );
}

/** The key pressed, whatever layout types it: a Korean layout's `ㅓ` is `j`. Null for a bare modifier or dead key. */
function keyOf(event: KeyboardEvent): string | null {
  if (event.key === ' ' || event.code === 'Space') return 'Space';
  if (event.key === '+') return 'Plus';
  // With Alt, macOS types signs where letters and digits lie.
  const placed = event.altKey ? byPlace(event) : null;
  if (placed !== null) return placed;
  if (/^[!-~]$/.test(event.key)) return event.key.toLowerCase();
  if (/^[A-Za-z]\w+$/.test(event.key) && !NO_KEYS.includes(event.key)) {
    return MODIFIERS.includes(event.key) ? null : event.key;
  }
  return byPlace(event);
}

/** The stroke of a key event; null where none can be meant: while an input method composes, or with foreign modifiers. */
export function strokeOf(event: KeyboardEvent, mac: boolean): Stroke | null {
  // Some browsers tell of composition only by this old key code.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (event.isComposing || event.keyCode === 229) return null;
  const foreign = mac ? event.ctrlKey : event.metaKey;
  if (foreign) return null;
  const key = keyOf(event);
  if (key === null) return null;
  // AltGr types signs; on Windows it comes as Ctrl and Alt together.
  const typing = event.getModifierState('AltGraph');
  const mod = !typing && (mac ? event.metaKey : event.ctrlKey);
  return strokeOfParts({ mod, alt: !typing && event.altKey, shift: event.shiftKey, key });
}

/** Where a key was pressed. */
export interface Place {
  readonly textField: boolean;
  /** A button, link or the like, which Space and Enter press. */
  readonly pressable: boolean;
  readonly pane: string | null;
  /** Whether a page covers the papers: its own keys come first. */
  readonly page?: boolean;
}

export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return { textField: false, pressable: false, pane: null };
  const field = target.closest('input, textarea, select, [contenteditable]');
  return {
    textField: field !== null && !field.matches('[type="checkbox"], [type="radio"]'),
    pressable: target.closest('button, a[href], summary, input, select, video') !== null,
    pane: target.closest('[data-pane]')?.getAttribute('data-pane') ?? null,
  };
}

function areaOf({ textField, pane }: Place): KeyArea {
  if (textField) return 'field';
  return pane === 'sidebar' || pane === 'list' || pane === 'reader' ? pane : 'nowhere';
}

/** The command that a stroke means at a place, or null. */
export function commandFor(stroke: Stroke, place: Place, keymap: Keymap): CommandId | null {
  const isPress = /^(Shift\+)?(Space|Enter)$/.test(stroke);
  if (place.pressable && isPress) return null;
  const onPage = place.page === true && !place.textField ? keymap.find(stroke, 'page') : null;
  return onPage ?? keymap.find(stroke, areaOf(place));
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ContextMenu: 'Menu',
  Plus: '+',
};

/** The parts of a key for showing: `⌘` `⇧` `N` on macOS, `Ctrl` `Shift` `N` elsewhere. */
export function keyCaps(key: Stroke, mac: boolean): readonly string[] {
  const { mod, alt, shift, key: name } = partsOf(key);
  return [
    ...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shift ? [mac ? '⇧' : 'Shift'] : []),
    CAPS[name] ?? (name.length === 1 ? name.toUpperCase() : name),
  ];
}

/** A key in one word, for tooltips and menus: `Ctrl+Z`, `⌘Z`. */
export function keyText(key: Stroke, mac: boolean): string {
  return keyCaps(key, mac).join(mac ? '' : '+');
}
