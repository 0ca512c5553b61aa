import { readPreference, writePreference } from './preferences.ts';

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const LIMIT = 30;

/** Names used lately, newest first; they live with the browser. */
export class Recent {
  readonly #name: string;

  constructor(name: 'commands' | 'lists') {
    this.#name = `recent.${name}`;
  }

  get names(): readonly string[] {
    return readPreference(this.#name, isNames, []);
  }

  use(name: string): void {
    const names = [name, ...this.names.filter((other) => other !== name)];
    writePreference(this.#name, names.slice(0, LIMIT));
  }

  /** Puts what was used lately first; the rest stays in its order. */
  first<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
    const rank = new Map(this.names.map((name, at) => [name, at]));
    const rankOf = (item: T): number => rank.get(nameOf(item)) ?? LIMIT;
    return items.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
