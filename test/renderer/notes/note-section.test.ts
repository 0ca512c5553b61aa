import { EditorView } from '@codemirror/view';
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/shared/errors.ts';
import type { Mention, PaperDetail } from '../../../src/shared/model.ts';
import type { App } from '../../../src/renderer/state/app.svelte.ts';
import ReaderView from '../../../src/renderer/views/reader/ReaderView.svelte';
import { FakeHost, NOTHING_FOUND, NOTHING_TO_UNDO, paperOf, stage } from '../reader/stage.ts';

let papers: Map<string, PaperDetail>;
let mentions: readonly Mention[];
let refuse = false;
let host: FakeHost;
let app: App;

beforeEach(() => {
  papers = new Map();
  mentions = [];
  refuse = false;
  host = new FakeHost({
    'paper.read': ({ paper }) => {
      const found = papers.get(paper);
      if (!found) throw new AppError('not-found', 'gone');
      return found;
    },
    'note.backlinks': () => mentions,
    // The day's other papers: none.
    'query.open': () => NOTHING_FOUND,
    'state.change': ({ change }) => {
      if (refuse) throw new AppError('write-failed', 'disk full', { retryable: true });
      const paper = change.kind === 'note' ? papers.get(change.paper) : undefined;
      if (paper && change.kind === 'note') {
        papers.set(paper.id, { ...paper, note: { text: change.text, updated: 9 } });
      }
      return { changed: 1, undo: NOTHING_TO_UNDO };
    },
  });
  app = stage(ReaderView, host);
});

async function show(paper: PaperDetail): Promise<void> {
  papers.set(paper.id, paper);
  await app.reader.show(paper.id);
  await tick();
}

const content = (): HTMLElement | null =>
  document.querySelector('.editor')?.shadowRoot?.querySelector<HTMLElement>('.cm-content') ?? null;

/** The editor on screen. */
function editor(): EditorView {
  const view = EditorView.findFromDOM(content() ?? document.body);
  if (view === null) throw new Error('no note is being written');
  return view;
}

/** Opens the shown paper's note for writing. */
async function write(): Promise<EditorView> {
  app.panes.reader?.editNote();
  await tick();
  return editor();
}

/** Makes the text another one, as typing does. */
function type(text: string): void {
  const view = editor();
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    userEvent: 'input.type',
  });
}

/** How the data are open. */
function readOnly(isOnly: boolean): void {
  app.data.hear({
    dir: '/data',
    defaultDir: '/data',
    place: 'default',
    access: isOnly ? { mode: 'read', reason: 'in-use', detail: '1' } : { mode: 'write' },
  });
}

const typed = (): string => editor().state.doc.toString();
const blur = (): Promise<boolean> => fireEvent.blur(content() ?? document.body);
const saved = (): unknown[] =>
  host.asked('state.change').map((input) => (input as { change: unknown }).change);

describe('the note', () => {
  it('goes to its own paper when papers are switched at once after typing', async () => {
    await show(paperOf('a'));
    await write();
    type('about a');
    await show(paperOf('b'));
    expect(content()).toBeNull();
    await write();
    expect(typed()).toBe('');
    type('about b');
    await blur();
    expect(saved()).toEqual([
      { kind: 'note', paper: 'a', text: 'about a' },
      { kind: 'note', paper: 'b', text: 'about b' },
    ]);
    await show(papers.get('a') ?? paperOf('a'));
    await write();
    expect(typed()).toBe('about a');
  });

  it('marks the words of the search while it is written', async () => {
    const marked = (): readonly (string | null)[] =>
      [...(content()?.querySelectorAll('.cm-search-word') ?? [])].map(
        ({ textContent }) => textContent,
      );
    await show(paperOf('a'));
    await write();
    type('강화학습과 Café model\n\nThe models.');
    expect(marked()).toEqual([]);
    void app.list.search('학습 OR cafe OR note:model');
    await waitFor(() => expect(marked()).toEqual(['학습', 'Café', 'model', 'model']));
    type('title only');
    expect(marked()).toEqual([]);
    void app.list.search('title:only');
    await tick();
    expect(marked()).toEqual([]);
  });

  it('leaves the menu of its text to the system, and has the app’s around it', async () => {
    await show(paperOf('a'));
    const { contentDOM } = await write();
    const asked = { composed: true, bubbles: true, cancelable: true };
    expect(contentDOM.dispatchEvent(new MouseEvent('contextmenu', asked))).toBe(true);
    expect(app.menu.open).toBeNull();
    const title = screen.getByRole('heading', { level: 1 });
    expect(title.dispatchEvent(new MouseEvent('contextmenu', asked))).toBe(false);
    expect(app.menu.open).not.toBeNull();
  });

  it('is opened once its paper is there, when that was asked for before', async () => {
    papers.set('a', paperOf('a'));
    const shown = app.reader.show('a');
    app.panes.reader?.editNote();
    await shown;
    await waitFor(() => expect(content()).not.toBeNull());
  });

  it('keeps its text when it cannot be saved, says so, and is saved on demand', async () => {
    refuse = true;
    await show(paperOf('a'));
    await write();
    type('precious');
    await blur();
    const status = await screen.findByText(/Not saved: It could not be saved/);
    expect(status).toHaveAttribute('role', 'status');
    expect(typed()).toBe('precious');
    refuse = false;
    await fireEvent.click(within(status).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(papers.get('a')?.note?.text).toBe('precious');
  });

  it('cannot be written while data are open only for reading, and says why', async () => {
    readOnly(true);
    await show(paperOf('a', { note: { text: '- [ ] task', updated: 1 } }));
    expect(screen.getByText(/Only for reading: nothing can be written now/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Write' })).toBeDisabled();
    app.panes.reader?.editNote();
    app.panes.reader?.insertIntoNote('a quotation');
    await fireEvent.click(screen.getByRole('checkbox'));
    expect(content()).toBeNull();
    expect(app.toasts.items.map(({ text }) => text)).toContain(
      'Your data are open only for reading; nothing was changed.',
    );
    expect(saved()).toEqual([]);
  });

  it('that is being written when data become read-only keeps its text, and takes no letter more', async () => {
    await show(paperOf('a'));
    const view = await write();
    type('written before');
    readOnly(true);
    await tick();
    expect(content()).toHaveAttribute('aria-readonly', 'true');
    // As typing does: by the input handlers, which ask the editor's state.
    expect(view.state.readOnly).toBe(true);
    await fireEvent.keyDown(view.contentDOM, { key: 'b', ctrlKey: true });
    app.panes.reader?.insertIntoNote('a quotation');
    expect(typed()).toBe('written before');
    readOnly(false);
    await tick();
    expect(view.state.readOnly).toBe(false);
    await blur();
    expect(saved()).toEqual([{ kind: 'note', paper: 'a', text: 'written before' }]);
  });

  it('that failed on a paper that was left is told, and is there when the reader is back', async () => {
    refuse = true;
    await show(paperOf('a'));
    await write();
    type('precious');
    await show(paperOf('b'));
    await waitFor(() => expect(app.toasts.items.map(({ kind }) => kind)).toEqual(['error']));
    await show(paperOf('a'));
    expect(screen.getByText('precious')).toBeVisible();
    await write();
    expect(typed()).toBe('precious');
  });

  it('follows an undo and keeps its own', async () => {
    await show(paperOf('a', { note: { text: 'before', updated: 1 } }));
    await write();
    type('before and after');
    await blur();
    await screen.findByText('Saved');
    await app.reader.refresh(['a']);
    await tick();
    expect(typed()).toBe('before and after');
    papers.set('a', paperOf('a', { note: { text: 'before', updated: 1 } }));
    await app.reader.refresh(['a']);
    await tick();
    expect(typed()).toBe('before');
    expect(saved()).toHaveLength(1);
  });

  it('of another system keeps its lines, and its bytes until it is edited', async () => {
    const text = 'one\r\n- [ ] two\r\nthree';
    await show(paperOf('a', { note: { text, updated: 1 } }));
    await fireEvent.click(screen.getByRole('checkbox', { name: 'two three' }));
    await waitFor(() =>
      expect(saved()).toEqual([{ kind: 'note', paper: 'a', text: text.replace('[ ]', '[x]') }]),
    );
    await write();
    expect(typed()).toBe('one\n- [x] two\nthree');
    await blur();
    expect(saved()).toHaveLength(1);
  });

  it('is read as safely as a summary', async () => {
    await show(
      paperOf('a', {
        note: { text: '**bold** <img src=x onerror=alert(1)> $x^2$', updated: 1 },
      }),
    );
    expect(screen.getByText('bold').tagName).toBe('STRONG');
    expect(document.querySelector('.preview .katex')).not.toBeNull();
    expect(document.querySelector('.preview img')).toBeNull();
  });

  it('is left by Escape, but not while an input method composes', async () => {
    await show(paperOf('a'));
    await write();
    const pane = screen.getByRole('document', { name: 'Text of the paper' });
    const area = content() ?? document.body;
    await fireEvent.keyDown(area, { key: 'Escape', isComposing: true });
    expect(pane).not.toHaveFocus();
    await fireEvent.keyDown(area, { key: 'Escape' });
    expect(pane).toHaveFocus();
  });

  it('is sent off when the window is left', async () => {
    await show(paperOf('a'));
    await write();
    type('last words');
    window.dispatchEvent(new Event('pagehide'));
    expect(saved()).toEqual([{ kind: 'note', paper: 'a', text: 'last words' }]);
  });

  it('takes in a passage at its end while it is read, on lines of its own', async () => {
    await show(paperOf('a', { note: { text: 'before\n', updated: 1 } }));
    app.panes.reader?.insertIntoNote('> 인용\n> two');
    await tick();
    expect(typed()).toBe('before\n\n> 인용\n> two\n\n');
  });

  it('takes in a passage after the line of the caret while it is written', async () => {
    await show(paperOf('a', { note: { text: 'one\ntwo', updated: 1 } }));
    const view = await write();
    view.dispatch({ selection: { anchor: 1 } });
    app.panes.reader?.insertIntoNote('> x');
    expect(typed()).toBe('one\n\n> x\n\ntwo');
    expect(view.state.doc.lineAt(view.state.selection.main.head).text).toBe('');
  });

  it('links to papers; one that is not here is told, with its page', async () => {
    await show(
      paperOf('a', {
        note: { text: '[[arxiv:2402.01391|Step]] [site](https://a.example/)', updated: 1 },
      }),
    );
    await fireEvent.click(screen.getByRole('link', { name: 'Step' }));
    await waitFor(() =>
      expect(app.toasts.items.map(({ text }) => text)).toEqual([
        'This paper is in none of the opened folders.',
      ]),
    );
    app.toasts.items[0]?.action?.run();
    await fireEvent.click(screen.getByRole('link', { name: 'site' }));
    expect(host.links).toEqual(['https://arxiv.org/abs/2402.01391', 'https://a.example/']);
  });

  it('tells whose notes mention the paper, their links as titles', async () => {
    const line = '- [ ] 비교: [[arxiv:2402.01391|Step]]와 [[2402.01392]]';
    mentions = [{ id: 'b', title: 'M$^{2}$UGen', date: null, line }];
    await show(paperOf('a'));
    const region = await screen.findByRole('region', { name: 'Mentioned in the notes of' });
    expect(within(region).getByRole('button')).toHaveTextContent('M²UGen');
    expect(region).toHaveTextContent('비교: Step와 arxiv:2402.01392');
  });
});
