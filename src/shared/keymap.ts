/** Which key means which command, where: the action table with the reader's own keys over it. */
import { commands, isCommandId, type Command, type CommandId } from './commands.ts';

/** A key as the action table writes it, made uniform: modifiers in the order Mod, Alt, Shift; symbols carry no Shift. */
export type Stroke = string;

/** The reader's own keys, by command id; `[]` is "no key". Ids of another version are left alone. */
export type KeyOverrides = Readonly<Record<string, readonly string[]>>;

/** Where a key can be pressed; `nowhere` is no pane at all. */
export type KeyArea = 'sidebar' | 'list' | 'reader' | 'page' | 'nowhere' | 'field';

export interface StrokeParts {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** A lower-case letter, a symbol, or a name such as `ArrowDown`. */
  readonly key: string;
}

/** The stroke of its parts. A symbol's Shift is what types it, and is left out. */
export function strokeOfParts({ mod, alt, shift, key }: StrokeParts): Stroke {
  const symbol = key === 'Plus' || /^[^a-z]$/.test(key);
  return `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift && !symbol ? 'Shift+' : ''}${key}`;
}

export function partsOf(key: string): StrokeParts {
  const [modifiers = ''] = /^((Mod|Alt|Shift)\+(?=.))*/.exec(key) ?? [];
  const name = key.slice(modifiers.length);
  return {
    mod: modifiers.includes('Mod'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
    key: name.length === 1 ? name.toLowerCase() : name,
  };
}

/** A key of the table or of the settings as `strokeOfParts` writes it. */
export function normaliseKey(key: string): Stroke {
  return strokeOfParts(partsOf(key));
}

type Reach = Readonly<Partial<Record<KeyArea, 'pane' | 'everywhere'>>>;

const OUTSIDE_FIELDS = {
  sidebar: 'everywhere',
  list: 'everywhere',
  reader: 'everywhere',
  nowhere: 'everywhere',
} as const;

/** Where a key of a command works, and whether as that pane's own, which goes before what works everywhere. */
function reach({ scope }: Command, stroke: Stroke): Reach {
  const { mod, alt, key } = partsOf(stroke);
  switch (scope) {
    case 'sidebar':
      return { sidebar: 'pane' };
    case 'reader':
      return { reader: 'pane' };
    case 'page':
      return { page: 'pane' };
    case 'list':
      return key.length > 1 && !mod && !alt ? { list: 'pane', nowhere: 'pane' } : OUTSIDE_FIELDS;
    case 'global':
      return OUTSIDE_FIELDS;
    case 'input':
      return mod || alt || /^F\d+$/.test(key)
        ? { ...OUTSIDE_FIELDS, field: 'everywhere' }
        : OUTSIDE_FIELDS;
  }
}

interface Binding {
  readonly id: CommandId;
  readonly reach: Reach;
}

/** A key that several commands want in one place; the first of the table gets it. */
export interface KeyConflict {
  readonly stroke: Stroke;
  readonly commands: readonly CommandId[];
}

export class Keymap {
  readonly #keys: ReadonlyMap<CommandId, readonly Stroke[]>;
  readonly #bindings = new Map<Stroke, Binding[]>();

  constructor(overrides: KeyOverrides) {
    this.#keys = new Map(
      commands.map((command) => [command.id, keysWith(command, overrides).map(normaliseKey)]),
    );
    for (const command of commands) {
      for (const stroke of new Set(this.keys(command.id))) {
        const bindings = this.#bindings.get(stroke) ?? [];
        bindings.push({ id: command.id, reach: reach(command, stroke) });
        this.#bindings.set(stroke, bindings);
      }
    }
  }

  /** The keys of a command, the one to show first. */
  keys(id: CommandId): readonly Stroke[] {
    return this.#keys.get(id) ?? [];
  }

  /** The command that a stroke means in an area, or null. */
  find(stroke: Stroke, area: KeyArea): CommandId | null {
    const there = (this.#bindings.get(stroke) ?? []).filter((binding) => area in binding.reach);
    const own = there.find((binding) => binding.reach[area] === 'pane');
    return (own ?? there[0])?.id ?? null;
  }

  /** The other commands that have a stroke where this one would have it too. */
  rivals(id: CommandId, stroke: Stroke): readonly CommandId[] {
    const command = commands.find((entry) => entry.id === id);
    if (command === undefined) return [];
    const wanted = reach(command, stroke);
    return (this.#bindings.get(stroke) ?? [])
      .filter((other) => other.id !== id && meet(wanted, other.reach))
      .map((other) => other.id);
  }

  /** Every key that means several commands in one place. */
  conflicts(): readonly KeyConflict[] {
    return [...this.#bindings].flatMap(([stroke, bindings]) => {
      const rivals = bindings.filter(({ id }) => this.rivals(id, stroke).length > 0);
      return rivals.length === 0 ? [] : [{ stroke, commands: rivals.map(({ id }) => id) }];
    });
  }
}

function meet(a: Reach, b: Reach): boolean {
  return Object.entries(a).some(([area, rank]) => b[area as KeyArea] === rank);
}

function keysWith(command: Command, overrides: KeyOverrides): readonly string[] {
  return Object.hasOwn(overrides, command.id)
    ? (overrides[command.id] ?? command.keys)
    : command.keys;
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length && a.every((key, at) => normaliseKey(key) === normaliseKey(b[at] ?? ''))
  );
}

/** The overrides with other keys for one command; keys as the table has them are no override. */
export function withKeys(
  overrides: KeyOverrides,
  id: CommandId,
  keys: readonly string[],
): KeyOverrides {
  const others = Object.fromEntries(Object.entries(overrides).filter(([other]) => other !== id));
  const initial = commands.find((command) => command.id === id)?.keys ?? [];
  return sameKeys(keys, initial) ? others : { ...others, [id]: [...keys] };
}

/** Gives a key to one command and takes it from those that have it in the same place. */
export function giveKey(overrides: KeyOverrides, id: CommandId, stroke: Stroke): KeyOverrides {
  const keymap = new Keymap(overrides);
  const without = keymap.rivals(id, stroke).reduce<KeyOverrides>((taken, rival) => {
    const left = keymap.keys(rival).filter((key) => key !== stroke);
    return withKeys(taken, rival, left);
  }, overrides);
  const own = keymap.keys(id);
  return own.includes(stroke) ? without : withKeys(without, id, [...own, stroke]);
}

/** The commands whose keys the reader changed. */
export function overridden(overrides: KeyOverrides): readonly CommandId[] {
  return Object.keys(overrides).filter(isCommandId);
}
