/** What commands ask of a pane that is on screen; a view puts itself here when it is mounted. */
export interface ReaderPane {
  focus(): void;
  /** Scrolls by nearly a page; false when it is already at that end. */
  scroll(direction: 'down' | 'up'): boolean;
  /** Opens the note for writing. */
  editNote(): void;
}

export interface ListPane {
  focus(): void;
  focusSearch(): void;
}

export interface SidebarPane {
  focus(): void;
  /** Begins a new reading list, its name ready to be typed. */
  createList(): void;
}

export class Panes {
  sidebar: SidebarPane | null = null;
  list: ListPane | null = null;
  reader: ReaderPane | null = null;
}
