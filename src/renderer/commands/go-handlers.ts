import type { View } from '../../shared/model.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from '../state/app.svelte.ts';
import { viewTitle } from '../views/view-title.ts';
import type { Handler } from './handler.ts';
import { sights } from './sights.ts';
import { neighbourDay, neighbourView } from './view-order.ts';

/** Going to panes, views, days and lists, and back through what was read. */
export function goHandlers(app: App) {
  const { list, panes, pages, toasts, trail } = app;
  const { showList, showSidebar, inReader } = sights(app);

  const go = async (view: View | null): Promise<void> => {
    if (view === null) {
      toasts.done(t('go.noFurther'));
      return;
    }
    await list.open(view);
    toasts.announce(viewTitle(view, app.outline.current));
  };
  const goStep = (step: 1 | -1): Promise<void> => {
    const { current: outline } = app.outline;
    const { view } = list.query;
    return go(outline && neighbourView(outline, app.sidebar.expanded, view, step));
  };
  const goDay = (direction: 'older' | 'newer'): Promise<void> => {
    const { current: outline } = app.outline;
    const date = list.current?.date ?? null;
    return go(outline && neighbourDay(outline, list.query.view, date, direction));
  };
  const goList = (number: number): Handler => {
    return async () => {
      const there = app.outline.current?.lists[number - 1];
      if (there === undefined) toasts.done(t('go.noList', { number }));
      else await go({ kind: 'list', list: there.id });
    };
  };
  const travel = async (direction: 'back' | 'forward'): Promise<void> => {
    app.selection.clear();
    await pages.close();
    // Back leads from what the reader asked for, also before it is on screen.
    await list.settled();
    for (;;) {
      const visit = trail.step(direction);
      if (visit === null) {
        toasts.done(t(direction === 'back' ? 'history.atStart' : 'history.atEnd'));
        return;
      }
      // Where the paper is on screen now; else where it was read; else among all papers.
      if (await list.find(visit.paper, 'itself')) return;
      await list.open(visit.view, { search: visit.search, locate: visit.paper });
      if (list.selected === visit.paper) return;
      await list.open({ kind: 'all' }, { search: '', locate: visit.paper });
      if (list.selected === visit.paper) return;
      trail.forget(direction);
    }
  };

  return {
    'history.back': () => travel('back'),
    'history.forward': () => travel('forward'),
    'go.nextView': () => goStep(1),
    'go.previousView': () => goStep(-1),
    'go.olderDay': () => goDay('older'),
    'go.newerDay': () => goDay('newer'),
    'go.list1': goList(1),
    'go.list2': goList(2),
    'go.list3': goList(3),
    'go.list4': goList(4),
    'go.list5': goList(5),
    'go.list6': goList(6),
    'go.list7': goList(7),
    'go.list8': goList(8),
    'go.list9': goList(9),
    'focus.sidebar': async () => {
      await showSidebar();
      panes.sidebar?.focus();
    },
    'focus.list': async () => {
      await showList();
      panes.list?.focus();
    },
    'reader.day': () =>
      inReader(async (reader) => {
        if (!(await reader.focusDay())) toasts.done(t('reader.day.none'));
      }),
    'focus.reader': () => inReader((reader) => reader.focus()),
  } satisfies Record<string, Handler>;
}
