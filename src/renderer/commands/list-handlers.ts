import type { PaperId, View } from '../../shared/model.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { App } from '../state/app.svelte.ts';
import type { Selecting } from '../state/auto-mark.ts';
import { viewTitle } from '../views/view-title.ts';
import type { Handler } from './handler.ts';
import { sights } from './sights.ts';
import { nextUnreadView } from './view-order.ts';

/** Moving through the list, choosing rows of it, and marking many of them. */
export function listHandlers(app: App) {
  const { list, papers, dialogs, panes, toasts, selection } = app;

  /** Who gathers papers goes past those that are left out: they are neither read nor the end of it. */
  const going = (usual: Selecting): Selecting => (selection.gathering ? 'selecting' : usual);
  const tellCount = (changed: number | null): void => {
    if (changed === 0) toasts.done(t('list.nothingToMark'));
  };
  const markRead = async (ids: readonly PaperId[]): Promise<void> =>
    tellCount(ids.length === 0 ? 0 : await papers.setRead(ids, true));
  const markPart = async (part: 'all' | 'above' | 'below'): Promise<void> => {
    const ids = await list.ids(part);
    // What is selected is what the reader is at: it is not what lies above or below.
    const others = part === 'all' ? ids : ids.filter((id) => !selection.papers.has(id));
    await markRead(others);
  };

  /** The next unread paper of the list, else the first of the next day, folder or list that has one. */
  const nextUnread = async (backwards: boolean, repeat: boolean): Promise<void> => {
    const how = going(repeat ? 'passing' : backwards ? 'moved' : 'forward');
    if (await list.moveToUnread(backwards, how)) return;
    const { view, search } = list.query;
    const { current: outline } = app.outline;
    // A held key stops at the end, as does who gathers papers of this list; a search is a list of its own.
    const next =
      repeat || selection.gathering || outline === null || search.trim() !== ''
        ? null
        : nextUnreadView(outline, view, backwards);
    if (next === null) {
      toasts.done(t('list.noMoreUnread'));
      return;
    }
    await list.open(next);
    toasts.announce(viewTitle(next, outline));
    await list.moveToUnread(backwards, 'moved', backwards ? list.total : -1);
  };

  return {
    'list.next': ({ repeat }) => list.move(1, going(repeat ? 'passing' : 'forward')),
    'list.previous': ({ repeat }) => list.move(-1, going(repeat ? 'passing' : 'moved')),
    'list.nextUnread': ({ repeat }) => nextUnread(false, repeat),
    'list.previousUnread': ({ repeat }) => nextUnread(true, repeat),
    'list.first': () => list.select(0, going('moved')),
    'list.last': () => list.select(list.total - 1, going('moved')),
    'reader.advance': async ({ repeat }) => {
      if (!app.layout.readerShown) {
        await sights(app).inReader((reader) => reader.focus());
        return;
      }
      // A held key scrolls to the end of what is on screen; the next press goes on.
      if (panes.reader?.scroll('down') !== true && !repeat) await nextUnread(false, false);
    },
    'reader.back': () => {
      panes.reader?.scroll('up');
    },

    'select.all': async () => {
      // From the native menu, while the reader types: the text is meant.
      const { activeElement: field } = document;
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
      else await selection.all();
    },
    'select.none': () => selection.clear(),
    'select.toggle': () => selection.gather(),
    'select.next': () => selection.extend(1),
    'select.previous': () => selection.extend(-1),

    'mark.all': () => markPart('all'),
    'mark.above': () => markPart('above'),
    'mark.below': () => markPart('below'),
    'mark.older': () => dialogs.show({ kind: 'markOlder' }),
    'mark.view': async ({ view }) => markRead(await idsOf(view ?? list.query.view)),
  } satisfies Record<string, Handler>;

  async function idsOf(view: View): Promise<readonly PaperId[]> {
    const query = {
      view,
      search: '',
      sort: 'auto',
      descending: true,
      group: 'none',
      unreadOnly: true,
    } as const;
    const opened = await app.client.call('query.open', { query, keep: null, locate: null });
    return app.client.call('query.ids', { result: opened.result, part: 'all', index: 0 });
  }
}
