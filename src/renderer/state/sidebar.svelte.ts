import type { ListId } from '../../shared/model.ts';
import type { Workspace } from './workspace.ts';

function isExpanded(value: unknown): value is Record<string, boolean> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((open) => typeof open === 'boolean')
  );
}

/** What is open in the sidebar, and which name is being typed. */
export class SidebarState {
  readonly #workspace: Workspace;
  expanded = $state.raw<Readonly<Record<string, boolean>>>({});
  /** The list whose name is being edited. */
  editing = $state<ListId | null>(null);
  /** The group whose name is being edited, by its path. */
  editingGroup = $state<string | null>(null);
  /** A new list is being named. */
  creating = $state(false);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** As it was at the end of the last start. */
  restore(): void {
    this.expanded = this.#workspace.read('expanded', isExpanded, {});
  }

  expand(key: string, open: boolean): void {
    this.expanded = { ...this.expanded, [key]: open };
    this.#workspace.write('expanded', this.expanded);
  }
}
