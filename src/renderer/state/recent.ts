import type { Workspace } from './workspace.ts';

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const LIMIT = 30;

/** Names used lately, newest first; they live with the window's look. */
export class Recent {
  readonly #name: string;

  readonly #workspace: Workspace;

  constructor(workspace: Workspace, name: 'commands' | 'lists') {
    this.#workspace = workspace;
    this.#name = `recent.${name}`;
  }

  get names(): readonly string[] {
    return this.#workspace.read(this.#name, isNames, []);
  }

  use(name: string): void {
    const names = [name, ...this.names.filter((other) => other !== name)];
    this.#workspace.write(this.#name, names.slice(0, LIMIT));
  }

  /** Puts what was used lately first; the rest stays in its order. */
  first<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
    const rank = new Map(this.names.map((name, at) => [name, at]));
    const rankOf = (item: T): number => rank.get(nameOf(item)) ?? LIMIT;
    return items.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
