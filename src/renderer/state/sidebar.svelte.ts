import type { ListId } from '../../shared/model.ts';
import { readPreference, writePreference } from './preferences.ts';

function isExpanded(value: unknown): value is Record<string, boolean> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((open) => typeof open === 'boolean')
  );
}

/** What is open in the sidebar, and which name is being typed. */
export class SidebarState {
  expanded = $state.raw(readPreference('expanded', isExpanded, {}));
  /** The list whose name is being edited. */
  editing = $state<ListId | null>(null);
  /** The group whose name is being edited, by its path. */
  editingGroup = $state<string | null>(null);
  /** A new list is being named. */
  creating = $state(false);

  expand(key: string, open: boolean): void {
    this.expanded = { ...this.expanded, [key]: open };
    writePreference('expanded', this.expanded);
  }
}
