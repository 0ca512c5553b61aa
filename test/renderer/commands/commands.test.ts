import { describe, expect, it } from 'vitest';
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
