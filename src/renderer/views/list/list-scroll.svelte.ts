/** Where the list stands: moved as its state says, and followed while the reader scrolls. */
import { untrack } from 'svelte';
import type { VirtualizerHandle } from 'virtua/svelte';
import { HEADING_HEIGHT, headingsAbove, listItems } from '../../state/list-items.ts';
import type { ListState } from '../../state/list.svelte.ts';
import type { Scroll } from '../../state/scroll.ts';
import { ScrolledPast } from '../../state/scrolled-past.ts';
import { ROW_HEIGHT } from './row-height.ts';

export class ListScroll {
  readonly #list: ListState;
  readonly #box: () => HTMLElement;
  readonly #virtualizer: () => VirtualizerHandle | null;
  readonly #past = new ScrolledPast();
  /** Virtua was last sent to the top: it is on its way nowhere else. */
  #sentToTop = false;
  /** What stands in the list, top to bottom: as listItems has it. */
  readonly items = $derived.by(() => listItems(this.#list.total, this.#list.groups));

  /** To be made while a component is: its effects are that component's. */
  constructor(
    list: ListState,
    box: () => HTMLElement,
    virtualizer: () => VirtualizerHandle | null,
  ) {
    this.#list = list;
    this.#box = box;
    this.#virtualizer = virtualizer;
    // Before another list is drawn: else its rows at the former place were drawn, and asked for, for nothing.
    $effect.pre(() => {
      const { scroll } = list;
      if (untrack(() => this.#isToTop(scroll))) this.#toTop();
    });
    $effect(() => {
      const { scroll } = list;
      const there = virtualizer();
      if (there !== null) untrack(() => this.#follow(there, scroll));
    });
  }

  itemOf(row: number): number {
    return row + headingsAbove(row, this.#list.groups);
  }

  /** The reader scrolled: the place in pixels, and the rows that went over the top. */
  scrolled(): { readonly top: number; readonly past: readonly number[] } {
    const virtualizer = this.#virtualizer();
    if (virtualizer === null) return { top: 0, past: [] };
    return { top: virtualizer.getScrollOffset(), past: this.#look(virtualizer) };
  }

  /** Rows came on screen without a scroll. */
  resized(): void {
    const virtualizer = this.#virtualizer();
    if (virtualizer !== null) this.#look(virtualizer);
  }

  #look(virtualizer: VirtualizerHandle): readonly number[] {
    const top = virtualizer.getScrollOffset();
    const first = virtualizer.findItemIndex(top + ROW_HEIGHT - 1);
    const last = virtualizer.findItemIndex(top + virtualizer.getViewportSize()) - 1;
    return this.#past.look(this.#rowAt(first, 1), this.#rowAt(last, -1), performance.now());
  }

  #isToTop({ to }: Scroll): boolean {
    return to === 'center' && this.#list.index === 0;
  }

  #follow(virtualizer: VirtualizerHandle, scroll: Scroll): void {
    const { to } = scroll;
    const { index } = this.#list;
    const isToTop = this.#isToTop(scroll);
    if (isToTop) {
      // It is there; but Virtua may still be on its way to an earlier place, and goes on until it is given another. To say so
      // once is enough: each time the list would be laid out on the spot.
      if (!this.#sentToTop) virtualizer.scrollTo(0);
    } else if (typeof to === 'object' && 'offset' in to) virtualizer.scrollTo(to.offset);
    else if (typeof to === 'object') {
      const by = to.by * ROW_HEIGHT + to.headings * HEADING_HEIGHT;
      virtualizer.scrollTo(virtualizer.getScrollOffset() + by);
    } else if (index !== null) {
      virtualizer.scrollToIndex(this.#placeOf(virtualizer, index, to), { align: to });
    }
    this.#sentToTop = isToTop;
    this.#past.reset();
    // Often nothing has to move, and no event tells what is on screen.
    this.#look(virtualizer);
  }

  /** Within this task: Virtua learns of it from the event, which the browser sends only with the next frame. */
  #toTop(): void {
    const virtualizer = this.#virtualizer();
    if (virtualizer === null) return;
    const box = this.#box();
    // Virtua does not know yet of where it was sent within this frame.
    if (virtualizer.getScrollOffset() === 0 && (this.#sentToTop || box.scrollTop === 0)) return;
    this.#past.reset();
    box.scrollTop = 0;
    box.dispatchEvent(new Event('scroll'));
  }

  /** The row of an item; of a heading, the one after (1) or before it (-1). */
  #rowAt(item: number, side: 1 | -1): number {
    const row = this.items[item] ?? -1;
    return row >= 0 ? row : (this.items[item + side] ?? -1);
  }

  /** The item to show for a row: a heading above it comes with it, when one moves up to it. */
  #placeOf(virtualizer: VirtualizerHandle, row: number, to: 'nearest' | 'center'): number {
    const item = this.itemOf(row);
    if (to !== 'nearest' || this.items[item - 1] === undefined) return item;
    const isUp = virtualizer.getItemOffset(item) < virtualizer.getScrollOffset() + HEADING_HEIGHT;
    return isUp && (this.items[item - 1] ?? 0) < 0 ? item - 1 : item;
  }
}
