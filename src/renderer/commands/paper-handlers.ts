import type { ListId, PaperDetail, PaperId, PaperLinks } from '../../shared/model.ts';
import { plainChoice } from '../../shared/export-formats.ts';
import { locale, t } from '../i18n/i18n.svelte.ts';
import type { App } from '../state/app.svelte.ts';
import type { ReaderPane } from '../state/panes.ts';
import type { Handler } from './handler.ts';
import { isSmart, ownOrder } from '../state/own-order.ts';
import { steppedPapers } from '../views/lists/groups.ts';
import { sights } from './sights.ts';

/** What is done to the selected papers, or to the one that is shown. */
export function paperHandlers(app: App) {
  const { list, papers, dialogs, panes, pages, toasts, changes, selection } = app;

  /** Runs with what is selected, or says that nothing is. */
  const withPapers = async (run: (papers: readonly PaperId[]) => unknown): Promise<void> => {
    // A page that covers the papers has a paper of its own.
    const onPage = pages.paper === null ? [] : [pages.paper.id];
    const chosen = pages.open === null ? await selection.targets() : onPage;
    if (chosen.length === 0) toasts.done(t('list.nothingSelected'));
    else await run(chosen);
  };
  /** Sets a mark on all, or takes it away when all have it. */
  const toggle = async (
    mark: 'read' | 'starred',
    set: (papers: readonly PaperId[], value: boolean) => Promise<number | null>,
  ): Promise<void> => {
    await withPapers(async (chosen) => {
      const row = pages.open === null ? list.current : pages.paper;
      // The reader may have gone on to another row by now.
      if (row && chosen.length === 1 && row.id === chosen[0]) await set(chosen, !row[mark]);
      else if ((await set(chosen, true)) === 0) await set(chosen, false);
    });
  };
  const withDetail = async (run: (paper: PaperDetail) => unknown): Promise<void> => {
    // The reading pane may still show the paper before: a key was held down, or a search typed.
    const meant = pages.open === null ? await list.arrived() : pages.paper;
    if (!meant) toasts.done(t('list.nothingSelected'));
    else await run(await app.reader.detail(meant.id));
  };
  /** Runs with the reading pane once it shows the one paper that is meant, not one that a page covers. */
  const withNote = async (run: (reader: ReaderPane) => unknown): Promise<void> => {
    // What is typed next goes into this note: the paper must not change under the reader's hands.
    await list.settled();
    await withPapers(async ([paper]) => {
      selection.clear();
      if (pages.open !== null && paper !== undefined) await app.openPaper(paper);
      await app.reader.settled();
      await sights(app).inReader(run);
    });
  };
  const openLink = (kind: keyof Omit<PaperLinks, 'page'>): Promise<void> =>
    withDetail(({ links }) => {
      const url = kind === 'abstract' ? (links.abstract ?? links.page) : links[kind];
      if (url === null) toasts.done(t(`link.none.${kind}`));
      else void app.openLink(url);
    });
  /** Copies the papers as an export writes them, by the pattern and style of the settings. */
  const copy = (format: 'bibtex' | 'references', done: (count: number) => string): Promise<void> =>
    withPapers(async (chosen) => {
      const { text, papers: count } = await app.client.call('export.render', {
        source: { kind: 'papers', papers: [...chosen] },
        choice: plainChoice(format, locale()),
        title: '',
        limit: null,
      });
      await app.copyText(text.trim(), done(count));
    });
  const removeFrom = async (from: ListId): Promise<void> =>
    withPapers((chosen) => app.lists.remove(from, chosen));

  const moveInList = async (step: 1 | -1): Promise<void> => {
    const own = pages.open === null ? ownOrder(app) : null;
    if (own === null) toasts.done(t('lists.ownOrderOnly'));
    else
      await withPapers((chosen) =>
        app.lists.order(own, (order) => steppedPapers(order, chosen, step)),
      );
  };

  return {
    'paper.toggleRead': () => toggle('read', (ids, value) => papers.setRead(ids, value)),
    'paper.markUnread': () => withPapers((chosen) => papers.setRead(chosen, false)),
    // The next one shows at once; that the mark is on disk is not waited for.
    'paper.markUnreadNext': () =>
      withPapers(async (chosen) => {
        const marked = papers.setRead(chosen, false);
        if (list.index !== null && list.index < list.total - 1) await list.move(1, 'moved');
        await marked;
      }),
    'paper.star': () => toggle('starred', (ids, value) => papers.setStarred(ids, value)),
    'paper.note': () => withNote((reader) => reader.editNote()),
    'note.quote': () => {
      // What is selected in a paper that a page covers is not seen.
      const text = pages.open === null ? (panes.reader?.takeQuotation() ?? null) : null;
      if (text === null) toasts.done(t('note.quote.nothing'));
      else panes.reader?.insertIntoNote(text);
    },
    'note.turn': () => withNote((reader) => reader.turnNote()),
    'note.template': () => withNote(() => dialogs.show({ kind: 'noteTemplates' })),
    'note.versions': () =>
      withDetail(({ id: paper }) => dialogs.show({ kind: 'noteVersions', paper })),
    'paper.addToList': () =>
      withPapers((chosen) => dialogs.show({ kind: 'addToList', papers: chosen })),
    'paper.readNext': () => withPapers((chosen) => app.lists.toggleReadNext(chosen)),
    'paper.moveUp': () => moveInList(-1),
    'paper.moveDown': () => moveInList(1),
    'paper.removeFromList': async () => {
      const { view } = list.query;
      // A page covers the list, and its paper need not be of it.
      if (pages.open === null && view.kind === 'list') {
        if (isSmart(app, view.list)) toasts.done(t('lists.smartRemove'));
        else await removeFrom(view.list);
        return;
      }
      await withPapers(async (chosen) => {
        const [paper] = chosen.length === 1 ? chosen : [];
        const within = paper === undefined ? [] : (await app.reader.detail(paper)).lists;
        const [only] = within;
        if (only === undefined) toasts.done(t('list.inNoList'));
        else if (within.length === 1) await app.lists.remove(only, chosen);
        else dialogs.show({ kind: 'addToList', papers: chosen });
      });
    },

    'copy.link': () =>
      withPapers(async (chosen) => {
        const addresses = await app.client.call('paper.addresses', { papers: [...chosen] });
        const known = addresses.filter((address) => address !== null);
        if (known.length === 0) toasts.done(t('link.none.abstract'));
        else await app.copyText(known.join('\n'), t('copy.links', { count: known.length }));
      }),
    'copy.bibtex': () => copy('bibtex', (count) => t('copy.bibtex', { count })),
    'copy.citation': () => copy('references', (count) => t('copy.citations', { count })),

    'paper.open': () => openLink('abstract'),
    'paper.openPdf': () => openLink('pdf'),
    'paper.openProject': () => openLink('project'),
    'paper.openCode': () => openLink('code'),
    'paper.enlarge': () => {
      const { paper } = app.reader;
      const image = paper?.mediaItems.find(({ kind }) => kind === 'image');
      if (paper === null || image === undefined) toasts.done(t('lightbox.none'));
      else if (!paper.mediaAllowed) toasts.done(t('lightbox.blocked'));
      else dialogs.show({ kind: 'lightbox', src: image.src });
    },
    'paper.allowMedia': () =>
      withDetail(({ id: paper }) =>
        changes.apply({ kind: 'media.paper', paper, value: true }, 'announce'),
      ),
  } satisfies Record<string, Handler>;
}
