import { tick } from 'svelte';
import type { App } from '../state/app.svelte.ts';
import type { ReaderPane } from '../state/panes.ts';

/** Ways to have a pane in sight before something is done there. */
export function sights({ pages, layout, panes }: App) {
  return {
    showList: async (): Promise<void> => {
      await pages.close();
      layout.reveal('list');
      await tick();
    },
    showSidebar: async (): Promise<void> => {
      layout.reveal('sidebar');
      await tick();
    },
    /** Runs with the reading pane, in sight. */
    inReader: async (run: (reader: ReaderPane) => unknown): Promise<void> => {
      await pages.close();
      layout.reveal('reader');
      await tick();
      if (panes.reader !== null) await run(panes.reader);
    },
  };
}
