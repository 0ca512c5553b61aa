import type { MenuItem } from '../components/menu-item.ts';

export interface OpenMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where its corner is, in the window. */
  readonly at: { readonly x: number; readonly y: number };
}

/** The context menu that is open; at most one. */
export class ContextMenuState {
  open = $state.raw<OpenMenu | null>(null);

  show(menu: OpenMenu): void {
    this.open = menu.items.length > 0 ? menu : null;
  }

  close(): void {
    this.open = null;
  }
}
