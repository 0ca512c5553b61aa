import type { Client } from '../../shared/contract.ts';
import {
  LIST_DEFAULTS,
  READ_NEXT,
  type ListId,
  type ListPatch,
  type PaperId,
  type ReadingList,
} from '../../shared/model.ts';
import { withExactNames } from '../../shared/query/names.ts';
import { isWithin, stepPlace, type Place } from '../views/lists/groups.ts';
import { listName } from '../views/lists/list-name.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { Changes } from './changes.svelte.ts';
import { InTurn } from './in-turn.ts';
import type { OutlineState } from './outline.svelte.ts';
import type { Recent } from './recent.ts';
import type { Toasts } from './toasts.svelte.ts';

interface Parts {
  readonly client: Client;
  readonly changes: Changes;
  readonly outline: OutlineState;
  readonly toasts: Toasts;
  readonly recent: Recent;
}

/** The reader's own lists. */
export class Lists {
  /** The lists that papers were put into lately. */
  readonly recent: Recent;
  /** A step starts from where the one before led, however quickly they are asked for. */
  readonly #steps = new InTurn();
  readonly #client: Client;
  readonly #changes: Changes;
  readonly #outline: OutlineState;
  readonly #toasts: Toasts;

  constructor({ client, changes, outline, toasts, recent }: Parts) {
    this.recent = recent;
    this.#client = client;
    this.#changes = changes;
    this.#outline = outline;
    this.#toasts = toasts;
  }

  /** Makes a list at the end; its id, or null when it was refused. */
  async create(name: string, papers: readonly PaperId[] = []): Promise<ListId | null> {
    const id = crypto.randomUUID();
    const named = { id, name: name.trim() || t('lists.untitled'), papers: [...papers] };
    const index = this.#outline.current?.lists.length ?? 0;
    const list = { ...LIST_DEFAULTS, ...named, created: Date.now() };
    const put = { kind: 'list.put', list, index } as const;
    if ((await this.#changes.apply(put)) === null) return null;
    if (papers.length > 0) this.recent.use(id);
    return id;
  }

  /** Makes a list of what a search finds, now and later; its id, or null when it was refused. */
  async createSmart(name: string, query: string): Promise<ListId | null> {
    const id = crypto.randomUUID();
    const index = this.#outline.current?.lists.length ?? 0;
    const list = { ...LIST_DEFAULTS, id, name, query, papers: [], created: Date.now() };
    const put = { kind: 'list.put', list, index } as const;
    return (await this.#changes.apply(put)) === null ? null : id;
  }

  async rename(list: ListId, name: string): Promise<void> {
    if (name.trim() !== '') {
      await this.#changes.apply({ kind: 'list.update', list, patch: { name: name.trim() } });
    }
  }

  /** Changes what is told of a list; false when it was refused, which is told. */
  async update(list: ListId, patch: ListPatch): Promise<boolean> {
    const outline = this.#outline.current;
    const query = patch.query && outline ? withExactNames(patch.query, outline) : patch.query;
    const change = { kind: 'list.update', list, patch: { ...patch, query } } as const;
    return (await this.#changes.apply(change)) !== null;
  }

  /** The list whole; null when it has gone or cannot be read, which is told. */
  async read(list: ListId): Promise<ReadingList | null> {
    try {
      return await this.#client.call('list.read', { list });
    } catch (error) {
      this.#toasts.fail(error);
      return null;
    }
  }

  /** Makes a copy just behind a list; its id, or null when that failed. */
  async duplicate(list: ListId): Promise<ListId | null> {
    const original = await this.read(list);
    if (original === null) return null;
    const id = crypto.randomUUID();
    const name = t('lists.copyOf', { name: listName(original) }).slice(0, 500);
    const copy = { ...original, id, name, papers: [...original.papers], created: Date.now() };
    const index = this.#all.findIndex((one) => one.id === list) + 1;
    const put = { kind: 'list.put', list: copy, index } as const;
    return (await this.#changes.apply(put)) === null ? null : id;
  }

  /** Puts a list at a place among the others. */
  async move(list: ListId, { index, group }: Place): Promise<void> {
    await this.#changes.apply({ kind: 'list.move', list, index, group }, 'announce');
    await this.#outline.refresh();
  }

  /** Moves a list one line up or down, into and out of groups. */
  step(list: ListId, step: 1 | -1): Promise<void> {
    return this.#steps.run(async () => {
      const place = stepPlace(this.#all, list, step);
      if (place === null) this.#toasts.announce(t('lists.atEnd'));
      else await this.move(list, place);
    });
  }

  /** Calls a group by another name, or with '' takes it apart; its lists stay, in their order. */
  async regroup(path: string, name: string): Promise<void> {
    const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const renamed = name === '' ? parent.slice(0, -1) : `${parent}${name}`;
    const changes = this.#all
      .filter(({ group }) => isWithin(group, path))
      .map(({ id, group }) => {
        const below = group.slice(path.length);
        const moved = renamed === '' ? below.slice(1) : renamed + below;
        return { kind: 'list.update' as const, list: id, patch: { group: moved } };
      });
    const last = path.slice(parent.length);
    const told =
      name === '' ? t('lists.ungrouped', { name: last }) : t('lists.groupRenamed', { name });
    await this.#changes.apply({ kind: 'batch', name: told, changes });
  }

  /** Gives a list's papers another order. */
  order(list: ListId, arrange: (papers: readonly PaperId[]) => readonly PaperId[]): Promise<void> {
    return this.#steps.run(async () => {
      const papers = (await this.read(list))?.papers ?? [];
      const arranged = arrange(papers);
      if (arranged === papers) this.#toasts.announce(t('lists.atEnd'));
      else
        await this.#changes.apply({ kind: 'list.order', list, papers: [...arranged] }, 'announce');
    });
  }

  /** Puts papers into the queue, or takes them out when all are in it. */
  async toggleReadNext(papers: readonly PaperId[]): Promise<void> {
    const queue = new Set((await this.read(READ_NEXT))?.papers);
    if (papers.every((paper) => queue.has(paper))) await this.remove(READ_NEXT, papers);
    else await this.add(READ_NEXT, papers);
  }

  get #all() {
    return this.#outline.current?.lists ?? [];
  }

  async delete(list: ListId): Promise<void> {
    await this.#changes.apply({ kind: 'list.delete', list });
  }

  async add(list: ListId, papers: readonly PaperId[]): Promise<void> {
    const added = await this.#changes.apply({ kind: 'list.add', list, papers: [...papers] });
    // The queue has a key of its own.
    if (added !== null && list !== READ_NEXT) this.recent.use(list);
  }

  async remove(list: ListId, papers: readonly PaperId[]): Promise<void> {
    await this.#changes.apply({ kind: 'list.remove', list, papers: [...papers] });
  }
}
