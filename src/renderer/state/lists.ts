import { LIST_DEFAULTS, type ListId, type PaperId } from '../../shared/model.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { Changes } from './changes.svelte.ts';
import type { OutlineState } from './outline.svelte.ts';

/** The reader's own lists. */
export class Lists {
  readonly #changes: Changes;
  readonly #outline: OutlineState;

  constructor(changes: Changes, outline: OutlineState) {
    this.#changes = changes;
    this.#outline = outline;
  }

  /** Makes a list at the end; its id, or null when it was refused. */
  async create(name: string, papers: readonly PaperId[] = []): Promise<ListId | null> {
    const id = crypto.randomUUID();
    const named = { id, name: name.trim() || t('lists.untitled'), papers: [...papers] };
    const index = this.#outline.current?.lists.length ?? 0;
    const list = { ...LIST_DEFAULTS, ...named, created: Date.now() };
    const put = { kind: 'list.put', list, index } as const;
    return (await this.#changes.apply(put)) === null ? null : id;
  }

  async rename(list: ListId, name: string): Promise<void> {
    if (name.trim() !== '') {
      await this.#changes.apply({ kind: 'list.update', list, patch: { name: name.trim() } });
    }
  }

  async delete(list: ListId): Promise<void> {
    await this.#changes.apply({ kind: 'list.delete', list });
  }

  async add(list: ListId, papers: readonly PaperId[]): Promise<void> {
    await this.#changes.apply({ kind: 'list.add', list, papers: [...papers] });
  }

  async remove(list: ListId, papers: readonly PaperId[]): Promise<void> {
    await this.#changes.apply({ kind: 'list.remove', list, papers: [...papers] });
  }
}
