import type { CommandId } from '../../shared/commands.ts';
import type { View } from '../../shared/model.ts';

/** What commands ask of a pane that is on screen; a view puts itself here when it is mounted. */
export interface ReaderPane {
  focus(): void;
  /** Scrolls by nearly a page; false when it is already at that end. */
  scroll(direction: 'down' | 'up'): boolean;
  /** Opens the note for writing. */
  editNote(): void;
  /** Gives the focus to the other papers of the day; false when there are none. */
  focusDay(): Promise<boolean>;
  /** Opens the search in the paper. */
  find(): void;
  /** To the next place of what is looked for in the paper, or to the one before. */
  findNext(step: 1 | -1): void;
  /** Turns the note between writing and reading. */
  turnNote(): void;
  /** Puts a text on lines of its own into the note, and goes on writing there. */
  insertIntoNote(text: string): void;
  /** The selected passage as a Markdown quotation; null when nothing is selected. */
  takeQuotation(): string | null;
}

export interface ListPane {
  /** Takes the focus, with rows or without; out of sight it hands it on to the reading pane. */
  focus(): void;
  focusSearch(): void;
}

export interface SidebarPane {
  focus(): void;
  /** Begins a new reading list, its name ready to be typed. */
  createList(): void;
  /** Begins to rename a list. */
  rename(list: string): void;
  /** The view of the line that has the focus; null while none has. */
  focused(): View | null;
  /** The group of lists that has the focus, by its path. */
  focusedGroup(): string | null;
  /** Gives the focus to the line of a view. */
  focusView(view: View): void;
}

/** A page that covers the papers. */
export interface PagePane {
  /** Takes the focus: its content where there is some, else the page as a whole. */
  focus(): void;
  /** Hands the focus of the page as a whole on to its content, which has come. */
  focusContent(): void;
  hasFocus(): boolean;
  /** Answers a command in the page's own way; false when it has no meaning there. */
  answer(id: CommandId): boolean;
}

export class Panes {
  sidebar: SidebarPane | null = null;
  list: ListPane | null = null;
  reader: ReaderPane | null = null;
  page: PagePane | null = null;
}
