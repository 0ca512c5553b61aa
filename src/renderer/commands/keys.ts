import { commands, type Command, type CommandId } from '../../shared/commands.ts';

/** Keys as the command table writes them: modifiers in the order Mod, Shift, then a key; symbols carry no Shift. */
export type Stroke = string;

const BY_CODE: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ['/', '?'],
  Comma: [',', ','],
};

/** The key pressed, whatever layout types it: a Korean layout's `ㅓ` is `j`. Null for a bare modifier or dead key. */
function keyOf(event: KeyboardEvent): string | null {
  if (event.key === ' ') return 'Space';
  if (/^[!-~]$/.test(event.key)) return event.key.toLowerCase();
  if (/^[A-Za-z]\w+$/.test(event.key) && !['Process', 'Unidentified', 'Dead'].includes(event.key)) {
    return event.key;
  }
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  return BY_CODE[event.code]?.[event.shiftKey ? 1 : 0] ?? null;
}

/** The stroke of a key event; null where none can be meant: while an input method composes, or with foreign modifiers. */
export function strokeOf(event: KeyboardEvent, mac: boolean): Stroke | null {
  // Some browsers tell of composition only by this old key code.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (event.isComposing || event.keyCode === 229) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const foreign = mac ? event.ctrlKey : event.metaKey;
  if (foreign || event.altKey) return null;
  const key = keyOf(event);
  return key === null ? null : stroke(mod, event.shiftKey, key);
}

function stroke(mod: boolean, shift: boolean, key: string): Stroke {
  const symbol = /^[^a-z]$/.test(key);
  return `${mod ? 'Mod+' : ''}${shift && !symbol ? 'Shift+' : ''}${key}`;
}

/** The table's way of writing a key, as `strokeOf` writes it. */
function normalise(key: string): Stroke {
  const parts = key.split('+');
  const last = parts.at(-1) ?? '';
  const name = last.length === 1 ? last.toLowerCase() : last;
  return stroke(parts.includes('Mod'), parts.includes('Shift'), name);
}

type Strokes = ReadonlyMap<Stroke, Command & { readonly id: CommandId }>;

const strokesOf = (onPages: boolean): Strokes =>
  new Map(
    commands
      .filter(({ scope }) => (scope === 'page') === onPages)
      .flatMap((command) => command.keys.map((key) => [normalise(key), command])),
  );
const byStroke = strokesOf(false);
const onPage = strokesOf(true);

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

/** The command that a stroke means at a place, or null. */
export function commandFor(stroke: Stroke, place: Place): CommandId | null {
  const command = (place.page === true ? onPage.get(stroke) : undefined) ?? byStroke.get(stroke);
  if (command === undefined) return null;
  const mod = stroke.startsWith('Mod+');
  // A text field keeps its own keys, its own undo among them.
  if (place.textField && (!mod || command.group === 'edit')) {
    return mod && /^(?:search|find)\./.test(command.id) ? command.id : null;
  }
  if (place.pressable && /(Space|Enter)$/.test(stroke)) return null;
  // Arrows, Home and End belong to the pane that has the focus: they scroll a paper.
  const named = /[A-Z]\w+$/.test(stroke.replace(/^(Mod\+)?(Shift\+)?/, ''));
  if (command.scope === 'list' && named && place.pane !== null && place.pane !== 'list')
    return null;
  return command.id;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The parts of a key for showing: `⌘` `⇧` `N` on macOS, `Ctrl` `Shift` `N` elsewhere. */
export function keyCaps(key: string, mac: boolean): readonly string[] {
  return key.split('+').map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'Shift') return mac ? '⇧' : 'Shift';
    return SYMBOLS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** The first key of a command, for tooltips; '' when it has none. */
export function keyHint(id: CommandId, mac: boolean): string {
  const key = commands.find((command) => command.id === id)?.keys[0];
  return key === undefined ? '' : keyCaps(key, mac).join(mac ? '' : '+');
}
