import type { Workspace } from './workspace.ts';

/** Room for three panes, for list and paper, or for one of them. */
export type Room = 'three' | 'two' | 'one';

export const SIDEBAR_WIDTH = { min: 160, max: 360, initial: 224 } as const;
export const LIST_WIDTH = { min: 240, max: 560, initial: 352 } as const;

const THREE = 900;
const TWO = 620;

const isWidth = (value: unknown): value is number => typeof value === 'number' && value > 0;
const isFront = (value: unknown): value is 'list' | 'reader' =>
  value === 'list' || value === 'reader';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** Which panes are shown, and how wide. A sidebar without a place of its own comes out over the list when it is called. */
export class LayoutState {
  /** Of the window, in CSS pixels: at 200% zoom, half of it. */
  width = $state(window.innerWidth);
  sidebarWidth = $state<number>(SIDEBAR_WIDTH.initial);
  listWidth = $state<number>(LIST_WIDTH.initial);
  /** Whether the reader wants the sidebar where there is room for it. */
  sidebarWanted = $state(true);
  /** Whether the sidebar is out over the list. */
  drawer = $state(false);
  /** Only the paper. */
  focusMode = $state(false);
  /** Which pane is in front where there is room for one. */
  front = $state<'list' | 'reader'>('list');

  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** As it was at the end of the last start. */
  restore(): void {
    const { initial: sidebar } = SIDEBAR_WIDTH;
    const { initial: list } = LIST_WIDTH;
    this.sidebarWidth = this.#workspace.read('sidebarWidth', isWidth, sidebar);
    this.listWidth = this.#workspace.read('listWidth', isWidth, list);
    this.sidebarWanted = this.#workspace.read('sidebar', isBoolean, true);
    this.front = this.#workspace.read('front', isFront, 'list');
    this.focusMode = this.#workspace.read('focusMode', isBoolean, false);
  }

  get room(): Room {
    return this.width >= THREE ? 'three' : this.width >= TWO ? 'two' : 'one';
  }

  /** Whether the sidebar has a place of its own. */
  get docked(): boolean {
    return this.room === 'three' && this.sidebarWanted && !this.focusMode;
  }

  get listShown(): boolean {
    return !this.focusMode && (this.room !== 'one' || this.front === 'list');
  }

  get readerShown(): boolean {
    return this.focusMode || this.room !== 'one' || this.front === 'reader';
  }

  /** Whether the paper stands alone and there is a way back from it. */
  get readerAlone(): boolean {
    return this.readerShown && !this.listShown;
  }

  /** Makes a pane visible, for a command that goes there. */
  reveal(pane: 'sidebar' | 'list' | 'reader'): void {
    if (pane !== 'reader') this.focusMode = false;
    if (pane === 'sidebar') this.drawer = !this.docked;
    else {
      this.drawer = false;
      this.front = pane;
      this.#workspace.write('front', pane);
    }
  }

  /** Shows the sidebar, or takes it away. */
  toggleSidebar(): void {
    if (this.drawer) this.drawer = false;
    else if (this.room !== 'three' || this.focusMode) this.reveal('sidebar');
    else {
      this.sidebarWanted = !this.sidebarWanted;
      this.#workspace.write('sidebar', this.sidebarWanted);
    }
  }

  resizeSidebar(width: number): void {
    this.sidebarWidth = width;
    this.#workspace.write('sidebarWidth', width);
  }

  resizeList(width: number): void {
    this.listWidth = width;
    this.#workspace.write('listWidth', width);
  }
}
