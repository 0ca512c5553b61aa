import { describe, expect, it } from 'vitest';
import { LIST_DEFAULTS } from '../../../src/shared/model.ts';
import { Commands } from '../../../src/renderer/commands/commands.ts';
import type { ReaderPane } from '../../../src/renderer/state/panes.ts';
import { row } from '../fake-client.ts';
import { settled, startApp } from '../state/started-app.ts';

async function commandsOn(...ids: string[]) {
  const started = await startApp(ids.map((id) => row(id)));
  await settled();
  const commands = new Commands(started.app, false);
  const press = async (key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...init });
    commands.key(event);
    await settled();
    return event;
  };
  return { ...started, commands, press };
}

const readerPane: ReaderPane = {
  focus: () => undefined,
  editNote: () => undefined,
  focusDay: () => Promise.resolve(false),
  find: () => undefined,
  findNext: () => undefined,
  turnNote: () => undefined,
  insertIntoNote: () => undefined,
  takeQuotation: () => null,
  scroll: () => false,
};

describe('commands', () => {
  it('carry a triage through by keys alone', async () => {
    const { app, client, press } = await commandsOn('a', 'b', 'c');
    await press('j');
    await press('s');
    await press('j');
    await press('u');
    expect(client.papers.map(({ read, starred }) => [read, starred])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
    expect(app.list.selected).toBe('c');
    await press('z');
    expect(client.paper('c').read).toBe(true);
  });

  it('go on to the next unread paper when the paper is scrolled to its end', async () => {
    const { app, press } = await commandsOn('a', 'b');
    let left = 1;
    app.panes.reader = { ...readerPane, scroll: () => left-- > 0 };
    await press(' ');
    expect(app.list.selected).toBe('a');
    await press(' ');
    expect(app.list.selected).toBe('b');
    await press(' ');
    expect(app.toasts.items.at(-1)?.text).toBe('No more unread papers here.');
  });

  it('scroll with a held Space, and go on to another paper only with the next press', async () => {
    const { app, press } = await commandsOn('a', 'b');
    let scrolled = 0;
    app.panes.reader = { ...readerPane, scroll: () => (scrolled += 1) < 3 };
    await press(' ');
    await press(' ', { repeat: true });
    await press(' ', { repeat: true });
    expect([scrolled, app.list.selected]).toEqual([3, 'a']);
    await press(' ');
    expect(app.list.selected).toBe('b');
  });

  it('that mark run once however long their key is held; those that move run on', async () => {
    const { app, client, press } = await commandsOn('a', 'b', 'c');
    await press('s');
    expect((await press('s', { repeat: true })).defaultPrevented).toBe(true);
    expect(client.paper('a').starred).toBe(true);
    await press('j');
    await press('j', { repeat: true });
    expect(app.list.selected).toBe('c');
  });

  it('begin a note about the paper of the view that was opened last, once it is there', async () => {
    const { app, client, commands } = await commandsOn('a', 'b');
    const noted: (string | undefined)[] = [];
    app.panes.reader = { ...readerPane, editNote: () => noted.push(app.reader.paper?.id) };
    await app.list.select(1, 'moved');
    const release = client.holdNext('query.open');
    void app.list.open({ kind: 'all' });
    const noting = commands.run('paper.note');
    await settled();
    expect(noted).toEqual([]);
    release();
    await noting;
    expect(noted).toEqual(['a']);
  });

  describe('on a page that covers the papers', () => {
    async function onPage(focused: string) {
      const started = await commandsOn('a', 'b');
      const { app, client } = started;
      const shown: (string | undefined)[] = [];
      const note = () => void shown.push(app.reader.paper?.id);
      const pane = { ...readerPane, turnNote: note, takeQuotation: () => '> hidden' };
      app.panes.reader = { ...pane, insertIntoNote: note };
      app.pages.open = { kind: 'day', date: null };
      app.pages.paper = client.paper(focused);
      return { ...started, shown };
    }

    it('turn the note of its paper, and show that paper first', async () => {
      const { app, commands, shown } = await onPage('b');
      await commands.run('note.turn');
      expect(shown).toEqual(['b']);
      expect(app.pages.open).toBeNull();
    });

    it('offer templates only once the paper is shown whose note they go into', async () => {
      const { app, commands } = await onPage('b');
      await commands.run('note.template');
      expect(app.dialogs.open).toEqual({ kind: 'noteTemplates' });
      expect(app.reader.paper?.id).toBe('b');
    });

    it('quote nothing of the paper below', async () => {
      const { commands, shown } = await onPage('b');
      await commands.run('note.quote');
      expect(shown).toEqual([]);
    });

    it('look at the lists of its paper, not at those of the paper below', async () => {
      const { app, client, commands } = await onPage('b');
      client.listsOf.set('a', ['one']);
      await app.reader.refresh(null);
      await commands.run('paper.removeFromList');
      expect(app.toasts.items.at(-1)?.text).toBe('This paper is in no list.');
      client.listsOf.set('b', ['two', 'three']);
      await app.reader.refresh(null);
      await commands.run('paper.removeFromList');
      expect(app.dialogs.open).toEqual({ kind: 'addToList', papers: ['b'] });
    });

    it('take its paper out of no list that is only shown below', async () => {
      const { app, client, commands } = await onPage('b');
      app.list.query = { ...app.list.query, view: { kind: 'list', list: 'one' } };
      await commands.run('paper.removeFromList');
      await commands.run('paper.moveUp');
      expect(client.calls.some(({ method }) => method === 'state.change')).toBe(false);
    });
  });

  it('offer templates for one note when several papers are chosen', async () => {
    const { app, commands } = await commandsOn('a', 'b');
    app.panes.reader = readerPane;
    await app.selection.all();
    await commands.run('note.template');
    expect(app.dialogs.open).toEqual({ kind: 'noteTemplates' });
    expect(app.selection.several).toBe(false);
  });

  it('mean the best hit of a search that was typed just before them', async () => {
    const { app, client, press } = await commandsOn('a', 'b', 'c');
    void app.list.search('paper c');
    await press('s');
    await settled();
    expect(client.papers.map(({ starred }) => starred)).toEqual([false, false, true]);
  });

  it('mean the row that was gone to, also while it is still being read', async () => {
    const { client, press } = await commandsOn(
      ...Array.from({ length: 200 }, (_, index) => `p${index}`),
    );
    const release = client.holdNext('query.rows');
    await press('End');
    await press('s');
    release();
    await settled();
    expect(client.papers.filter(({ starred }) => starred).map(({ id }) => id)).toEqual(['p199']);
  });

  it('take away the mark of the row that was meant, wherever the reader went on to meanwhile', async () => {
    const { client, press } = await commandsOn(
      ...Array.from({ length: 200 }, (_, index) => `p${index}`),
    );
    client.papers = client.papers.map((one) => ({ ...one, starred: one.id === 'p199' }));
    const release = client.holdNext('query.rows');
    await press('End');
    await press('s');
    await press('Home');
    release();
    await settled();
    expect(client.papers.some(({ starred }) => starred)).toBe(false);
  });

  it('are about the paper gone to, while the reading pane still shows the one before a held key', async () => {
    const { app, commands, press } = await commandsOn('a', 'b', 'c');
    await press('j', { repeat: true });
    await press('j', { repeat: true });
    expect(app.reader.paper?.id).toBe('a');
    await commands.run('note.versions');
    expect(app.dialogs.open).toEqual({ kind: 'noteVersions', paper: 'c' });
  });

  it('mark above the selection without it, in one step', async () => {
    const { app, client, commands } = await commandsOn('a', 'b', 'c');
    await app.settings.set({ autoMark: 'never' });
    await app.list.select(2, 'moved');
    await commands.run('mark.above');
    expect(client.papers.map(({ read }) => read)).toEqual([true, true, false]);
    await commands.run('mark.above');
    expect(app.toasts.items.at(-1)?.text).toBe('There is nothing to mark here.');
    await commands.run('edit.undo');
    expect(client.papers.every(({ read }) => !read)).toBe(true);
  });

  it('open the abstract in the host’s way, and say when there is no PDF', async () => {
    const { app, platform, press } = await commandsOn('a');
    await press('o');
    expect(platform.opened).toEqual(['https://example.org/abstract']);
    await press('p');
    expect(app.toasts.items.at(-1)?.text).toBe('No PDF is known for this paper.');
  });

  it('say that a paper is to be selected first', async () => {
    const { app, press } = await commandsOn();
    await press('s');
    expect(app.toasts.items.at(-1)?.text).toBe('Select a paper first.');
  });

  it('take nothing out of a smart list, and say why', async () => {
    const { app, client, commands, press } = await commandsOn('a');
    const { current } = app.outline;
    if (current === null) throw new Error('no outline');
    const smart = { ...LIST_DEFAULTS, id: 'l', name: 'Recent', count: { total: 1, unread: 1 } };
    app.outline.current = { ...current, lists: [{ ...smart, query: 'days:7' }] };
    await app.list.open({ kind: 'list', list: 'l' });
    const [item] = commands.items(['paper.removeFromList']);
    expect(item?.disabled).toBe(true);
    await press('L', { shiftKey: true });
    expect(app.toasts.items.at(-1)?.text).toMatch('A smart list holds what its search finds');
    expect(client.calls.some(({ method }) => method === 'state.change')).toBe(false);
  });

  it('rest while a dialog is open, and leave handled keys alone', async () => {
    const { app, client, press, commands } = await commandsOn('a');
    await press('l');
    expect(app.dialogs.open).toEqual({ kind: 'addToList', papers: ['a'] });
    await press('s');
    expect(client.paper('a').starred).toBe(false);
    app.dialogs.close();
    const handled = new KeyboardEvent('keydown', { key: 's', cancelable: true });
    handled.preventDefault();
    commands.key(handled);
    await settled();
    expect(client.paper('a').starred).toBe(false);
  });

  it('keep the browser from what their key means there', async () => {
    const { press } = await commandsOn('a');
    expect((await press('f', { ctrlKey: true })).defaultPrevented).toBe(true);
    expect((await press('w')).defaultPrevented).toBe(false);
  });

  it('of the host run by their name; unknown ones do not', async () => {
    const { app, commands } = await commandsOn('a');
    commands.hear('help.shortcuts', null);
    expect(app.dialogs.open).toEqual({ kind: 'shortcuts' });
    app.dialogs.close();
    commands.hear('no.such.command', null);
    expect(app.dialogs.open).toBeNull();
  });
});
