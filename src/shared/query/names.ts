/** Names of lists and folders in a query, and what they mean. */
import { READ_NEXT, READ_NEXT_NAMES } from '../model.ts';
import { fold } from './fold.ts';
import { QUOTES, tokenize } from './tokens.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Who asks: what is typed means the one of that name, else those that have it in their name. A stored query, as a smart
 * list has it, means the exact name alone: it must not turn to others when a list is renamed or deleted.
 */
export type Asking = 'typed' | 'stored';

/** A name as it can stand in the quotes of a query, which knows no way to write a quote in them: blanks stand for it. */
export function plainName(name: string): string {
  return name.replace(QUOTES, ' ').replace(/\s+/g, ' ').trim();
}

/** The form in which names are compared: folded, and as plain as a query can write them. '' for one of quotes alone. */
export function nameKey(name: string): string {
  return plainName(fold(name));
}

/** The keys of all names that something has: the queue is called by its own in either language, too. */
function keysOf({ id, name }: Named): readonly string[] {
  const names = id === READ_NEXT ? [name, ...Object.values(READ_NEXT_NAMES)] : [name];
  return names.map(nameKey);
}

/** Those that a name in a query means. */
export function named<T extends Named>(
  items: readonly T[],
  name: string,
  asking: Asking,
): readonly T[] {
  const wanted = nameKey(name);
  const keyed = items.map((item) => ({ item, keys: keysOf(item) }));
  const exact = keyed.filter(({ keys }) => keys.includes(wanted));
  const found =
    exact.length > 0 || asking === 'stored'
      ? exact
      : keyed.filter(({ keys }) => keys.some((key) => key.includes(wanted)));
  return found.map(({ item }) => item);
}

/**
 * A query with other names of lists and folders in it, and everything else as it was typed. `instead`: the names that
 * stand for one, joined by OR when they are several; null, or none, leaves it.
 */
export function withNames(
  query: string,
  instead: (operator: 'list' | 'in', name: string) => readonly string[] | null,
): string {
  const text = query.normalize('NFC');
  let written = '';
  let at = 0;
  for (const token of tokenize(text)) {
    if (token.kind !== 'operator') continue;
    const { operator, start, valueStart, end } = token;
    if (operator !== 'list' && operator !== 'in') continue;
    // One that no query can name is not written: an empty name would be left out, and the rest mean more than it did.
    const names = (instead(operator, token.value) ?? []).filter((name) => nameKey(name) !== '');
    if (names.length === 0) continue;
    const parts = names.map((name) => `${text.slice(start, valueStart)}"${plainName(name)}"`);
    const joined = parts.join(' OR ');
    written += text.slice(at, start) + (parts.length > 1 ? `(${joined})` : joined);
    at = end;
  }
  return at === 0 ? query : written + text.slice(at);
}

/** The names of lists in a query, as they stand there. */
export function listNamesIn(query: string): readonly string[] {
  return tokenize(query.normalize('NFC')).flatMap((token) =>
    token.kind === 'operator' && token.operator === 'list' && nameKey(token.value) !== ''
      ? [token.value]
      : [],
  );
}

/** A query that was typed, as it can be stored: parts of names give way to the whole names that they mean now. */
export function withExactNames(
  query: string,
  outline: { readonly lists: readonly Named[]; readonly folders: readonly Named[] },
): string {
  return withNames(query, (operator, name) => {
    const items = operator === 'list' ? outline.lists : outline.folders;
    if (named(items, name, 'stored').length > 0) return null;
    return [...new Set(named(items, name, 'typed').map((item) => item.name))];
  });
}
