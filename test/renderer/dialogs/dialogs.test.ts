import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import Dialogs from '../../../src/renderer/dialogs/Dialogs.svelte';
import { setLocale } from '../../../src/renderer/i18n/i18n.svelte.ts';
import type { App } from '../../../src/renderer/state/app.svelte.ts';
import type { Dialog } from '../../../src/renderer/state/dialogs.svelte.ts';
import { commands } from '../../../src/shared/commands.ts';
import { AppError } from '../../../src/shared/errors.ts';
import { DEFAULT_SETTINGS, type Problem } from '../../../src/shared/model.ts';
import { FakeHost, NOTHING_TO_UNDO, outlineOf, stage } from '../reader/stage.ts';

type Kind = Exclude<
  Dialog['kind'],
  'addToList' | 'lightbox' | 'noteVersions' | 'editList' | 'keepExport'
>;

async function open(kind: Kind, host: FakeHost): Promise<App> {
  const app = stage(Dialogs, host);
  app.outline.current = outlineOf([{ id: 'f', path: '/digests' }]);
  app.list.result = 'r1';
  app.list.total = 2;
  app.dialogs.show({ kind });
  await tick();
  return app;
}

afterEach(() => setLocale('en'));

describe('export', () => {
  const host = (): FakeHost =>
    new FakeHost({
      'export.render': ({ choice: { format, notes }, title }) => ({
        name: 'Unread.md',
        text: `${title} ${format} ${notes}`,
        papers: 2,
        encoding: 'utf8',
      }),
    });

  it('tells what will be written, and copies it', async () => {
    const fake = host();
    await open('export', fake);
    expect(screen.getByRole('dialog', { name: 'Export' })).toHaveTextContent('Unread: 2 papers');
    await fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('2 papers copied.')).toBeVisible();
    expect(fake.copied).toEqual(['Unread markdown false']);
  });

  it('saves in the chosen format with notes, and shows the path', async () => {
    const fake = host();
    await open('export', fake);
    await fireEvent.click(screen.getByRole('radio', { name: 'BibTeX' }));
    await fireEvent.click(screen.getByRole('checkbox', { name: 'With my notes' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Save…' }));
    expect(await screen.findByText('2 papers saved as /home/me/out.md')).toBeVisible();
    expect(fake.saved).toEqual([
      { name: 'Unread.md', text: 'Unread bibtex true', encoding: 'utf8' },
    ]);
  });

  it('says nothing when the reader cancels, and the file name after a download', async () => {
    const fake = host();
    await open('export', fake);
    fake.savePath = null;
    await fireEvent.click(screen.getByRole('button', { name: 'Save…' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^$/));
    fake.savePath = '';
    await fireEvent.click(screen.getByRole('button', { name: 'Save…' }));
    expect(await screen.findByText(/downloads as Unread\.md/)).toBeVisible();
  });

  it('tells why it failed', async () => {
    const fake = new FakeHost({
      'export.render': () => {
        throw new AppError('engine-stopped', 'gone');
      },
    });
    await open('export', fake);
    await fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Lectern does not answer.')).toBeVisible();
  });

  it('offers nothing when there is nothing', async () => {
    const app = await open('export', host());
    app.list.total = 0;
    await tick();
    expect(screen.getByText('There are no papers here to export.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save…' })).toBeDisabled();
  });
});

describe('the help sheet', () => {
  it('holds every command that has a key', async () => {
    await open('shortcuts', new FakeHost());
    const shown = screen.getAllByRole('term').map((term) => term.textContent);
    const wanted = commands.filter(({ keys }) => keys.length > 0).map(({ title }) => title.en);
    expect(new Set(shown)).toEqual(new Set(wanted));
  });

  it('finds by title in either language, in the language of the page', async () => {
    await open('shortcuts', new FakeHost());
    setLocale('ko');
    await tick();
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'star' } });
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['별표']);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'qqq' } });
    expect(screen.getByText('그런 명령은 없습니다.')).toBeVisible();
  });

  it('is closed by its button', async () => {
    const app = await open('shortcuts', new FakeHost());
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(app.dialogs.open).toBeNull();
  });
});

describe('the problems panel', () => {
  const problem = (patch: Partial<Problem>): Problem => ({
    folder: 'f',
    file: '2024/01.md',
    code: 'invalid-utf8',
    message: '',
    line: null,
    ...patch,
  });

  it('names folder, file, line, what is wrong and what to do', async () => {
    const problems = [
      problem({}),
      problem({ file: 'x.md', code: 'paper-without-link', line: 7 }),
      problem({ folder: null, file: '/data/state.json', code: 'state-set-aside' }),
    ];
    await open('problems', new FakeHost({ 'library.problems': () => problems }));
    expect(await screen.findByRole('heading', { name: '/digests' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Lectern' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'The file is not proper UTF-8' })).toBeVisible();
    expect(screen.getByText(/Save the file as UTF-8/)).toBeVisible();
    expect(screen.getByText('x.md').closest('li')).toHaveTextContent('line 7');
    expect(screen.getByText('/data/state.json')).toBeVisible();
  });

  it('counts what it does not show of very many', async () => {
    const problems = Array.from({ length: 60 }, (_, index) => problem({ file: `${index}.md` }));
    await open('problems', new FakeHost({ 'library.problems': () => problems }));
    expect(await screen.findByText('and 10 more files')).toBeVisible();
  });

  it('says that all is well, and reads all folders again', async () => {
    const fake = new FakeHost({
      'library.problems': () => [],
      'folders.list': () => [
        { id: 'f', path: '/digests', name: 'digests', status: 'ready', mediaAllowed: false },
      ],
      'folders.rescan': () => undefined,
    });
    await open('problems', fake);
    expect(screen.getByText('Everything could be read.')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(fake.asked('folders.rescan')).toEqual([{ folder: 'f' }]));
  });
});

describe('a plain document', () => {
  const problems: readonly Problem[] = [
    { folder: 'f', file: 'notes.md', code: 'not-a-digest', message: '', line: null },
    { folder: 'f', file: '05.md', code: 'no-papers', message: '', line: null },
    { folder: 'f', file: 'bad.md', code: 'invalid-utf8', message: '', line: 1 },
    { folder: null, file: '/data/state.json', code: 'state-recovered', message: '', line: null },
  ];
  const host = (text: string, name = 'notes.md'): FakeHost =>
    new FakeHost({
      'library.problems': () => problems,
      'document.read': () => ({ name, path: `/digests/${name}`, text }),
    });

  async function read(fake: FakeHost): Promise<HTMLElement> {
    await open('problems', fake);
    await fireEvent.click(await screen.findByRole('button', { name: 'Read it: notes.md' }));
    return screen.findByRole('region', { name: 'notes.md' });
  }

  it('is offered for files without papers, and for no other problem', async () => {
    await open('problems', host(''));
    await screen.findByText('bad.md');
    const offers = screen.getAllByRole('button', { name: /^Read .*md$/ });
    expect(offers.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Read it: notes.md',
      'Read it: 05.md',
    ]);
  });

  it('opens over the panel, rendered as safely as a summary, with its path to copy', async () => {
    const fake = host('# 회의록\n\n**굵게** <img src=x onerror=alert(1)>');
    const region = await read(fake);
    expect(fake.asked('document.read')).toEqual([{ folder: 'f', file: 'notes.md' }]);
    expect(within(region).getByRole('heading', { name: '회의록' })).toBeVisible();
    expect(within(region).getByText('굵게').tagName).toBe('STRONG');
    expect(region.querySelector('img')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Copy the path' }));
    expect(fake.copied).toEqual(['/digests/notes.md']);
    await fireEvent.click(screen.getByRole('button', { name: 'Back to the problems' }));
    expect(screen.queryByRole('dialog', { name: 'notes.md' })).toBeNull();
    expect(screen.getByRole('dialog', { name: 'Problems' })).toBeVisible();
  });

  it('shows front matter, and what is no Markdown, as the text that it is', async () => {
    const matter = await read(host('---\ntitle: 노트\n---\n# 본문'));
    expect(matter.querySelector('pre')).toHaveTextContent('title: 노트');
    expect(within(matter).getByRole('heading', { name: '본문' })).toBeVisible();
    cleanup();
    const text = '# no heading\n````\n# none either\n';
    const plain = await read(host(text, 'data.txt'));
    expect(plain.querySelector('pre')?.textContent.trim()).toBe(text.trim());
    expect(plain.querySelector('h1')).toBeNull();
  });

  it('says when there is nothing in it, or that it could not be opened, and tries again', async () => {
    await open('problems', host(' \n'));
    await fireEvent.click(await screen.findByRole('button', { name: 'Read it: notes.md' }));
    expect(await screen.findByText('There is nothing in this file.')).toBeVisible();
    cleanup();
    let there = false;
    const fake = new FakeHost({
      'library.problems': () => problems,
      'document.read': () => {
        if (!there) throw new AppError('read-failed', 'changed', { retryable: true });
        return { name: 'notes.md', path: '/digests/notes.md', text: 'there' };
      },
    });
    await open('problems', fake);
    await fireEvent.click(await screen.findByRole('button', { name: 'Read it: notes.md' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This file could not be opened');
    there = true;
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('there')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('settings', () => {
  it('change at once and are kept', async () => {
    const fake = new FakeHost({
      'state.change': () => ({ changed: 1, undo: NOTHING_TO_UNDO }),
      'state.settings': () => DEFAULT_SETTINGS,
      'media.allowed': () => ({ folders: [], papers: [], paperCount: 0 }),
    });
    const app = await open('settings', fake);
    const theme = screen.getByRole('group', { name: 'Theme' });
    await fireEvent.click(within(theme).getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await fireEvent.click(screen.getByRole('radio', { name: '한국어' }));
    expect(screen.getByRole('dialog', { name: '설정' })).toBeVisible();
    await fireEvent.click(screen.getByRole('tab', { name: '읽음 표시' }));
    await fireEvent.click(screen.getByRole('radio', { name: '직접 표시할 때만' }));
    await fireEvent.click(screen.getByRole('tab', { name: '그림과 영상' }));
    await fireEvent.click(screen.getByRole('radio', { name: '항상 불러오기' }));
    expect(app.settings.current).toMatchObject({
      theme: 'dark',
      language: 'ko',
      autoMark: 'never',
      mediaAlways: true,
    });
    expect(fake.asked('state.change')).toHaveLength(4);
  });

  it('go from section to section by the arrow keys, and come back to the last one', async () => {
    const app = await open('settings', new FakeHost());
    const tab = (name: string): HTMLElement => screen.getByRole('tab', { name });
    tab('Appearance').focus();
    await fireEvent.keyDown(tab('Appearance'), { key: 'ArrowUp' });
    const last = screen.getAllByRole('tab').at(-1);
    expect(last).toHaveFocus();
    expect(last).toHaveAttribute('aria-selected', 'true');
    await fireEvent.keyDown(last as HTMLElement, { key: 'Home' });
    await fireEvent.keyDown(tab('Appearance'), { key: 'ArrowDown' });
    expect(tab('Text')).toHaveFocus();
    expect(screen.getByRole('tabpanel', { name: 'Text' })).toBeVisible();
    app.dialogs.close();
    await tick();
    app.dialogs.show({ kind: 'settings' });
    await tick();
    expect(screen.getByRole('tabpanel', { name: 'Text' })).toBeVisible();
    app.dialogs.show({ kind: 'settings', section: 'media' });
    await tick();
    expect(screen.getByRole('tabpanel', { name: 'Media' })).toBeVisible();
  });

  it('set the text at once, a moved slider before it is kept', async () => {
    const fake = new FakeHost({ 'state.change': () => ({ changed: 1, undo: NOTHING_TO_UNDO }) });
    const app = await open('settings', fake);
    const { style, dataset } = document.documentElement;
    app.dialogs.show({ kind: 'settings', section: 'text' });
    await tick();
    const slider = screen.getByRole('slider', { name: 'Size' });
    await fireEvent.input(slider, { target: { value: '20' } });
    expect(style.getPropertyValue('--text-size')).toBe('20px');
    expect(fake.asked('state.change')).toEqual([]);
    await fireEvent.change(slider, { target: { value: '20' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Larger text' }));
    await fireEvent.click(screen.getByRole('radio', { name: 'Wide' }));
    await fireEvent.click(screen.getByRole('radio', { name: 'Serif' }));
    expect(style.getPropertyValue('--text-size')).toBe('21px');
    expect(dataset).toMatchObject({ textWidth: 'wide', textFont: 'serif' });
    expect(fake.asked('state.change')).toEqual(
      [{ textSize: 20 }, { textSize: 21 }, { textWidth: 'wide' }, { textFont: 'serif' }].map(
        (patch) => ({ change: { kind: 'settings', patch } }),
      ),
    );
    const sample = screen.getByRole('region', { name: 'Sample' });
    expect(sample.querySelector('.katex')).not.toBeNull();
  });

  it('are put back when they are refused', async () => {
    const fake = new FakeHost({
      'state.change': () => {
        throw new AppError('write-failed', 'full');
      },
    });
    const app = await open('settings', fake);
    await fireEvent.click(screen.getByRole('radio', { name: 'Sepia' }));
    await waitFor(() => expect(app.settings.current.theme).toBe('system'));
    expect(document.documentElement.dataset['theme']).toBe('system');
  });

  it('ask how long, where papers become read after a while', async () => {
    const fake = new FakeHost({ 'state.change': () => ({ changed: 1, undo: NOTHING_TO_UNDO }) });
    const app = await open('settings', fake);
    app.dialogs.show({ kind: 'settings', section: 'reading' });
    await tick();
    expect(screen.queryByRole('spinbutton')).toBeNull();
    await fireEvent.click(screen.getByRole('radio', { name: /on screen for a while/ }));
    const seconds = screen.getByRole('spinbutton', { name: 'Seconds on screen' });
    await fireEvent.change(seconds, { target: { value: '8' } });
    expect(app.settings.current).toMatchObject({ autoMark: 'afterDelay', autoMarkSeconds: 8 });
    await fireEvent.change(seconds, { target: { value: '0' } });
    expect(seconds).toHaveValue(8);
  });

  it('list what may load media, and take it back one by one or all together', async () => {
    let folders = ['/a', '/b'];
    let papers = [{ id: 'p', title: 'M$^{2}$' }];
    const fake = new FakeHost({
      'media.allowed': () => ({ folders, papers, paperCount: papers.length }),
      'state.change': ({ change }) => {
        if (change.kind === 'media.folder')
          folders = folders.filter((path) => path !== change.path);
        if (change.kind === 'media.paper') papers = [];
        return { changed: 1, undo: NOTHING_TO_UNDO };
      },
    });
    const app = await open('settings', fake);
    app.dialogs.show({ kind: 'settings', section: 'media' });
    await tick();
    await fireEvent.click(await screen.findByRole('button', { name: 'Forget /a' }));
    await waitFor(() => expect(screen.queryByText('/a')).toBeNull());
    expect(screen.getByText('M²')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Forget all of them' }));
    expect(await screen.findByText('No folder and no paper has been allowed.')).toBeVisible();
    expect(fake.asked('state.change')).toEqual([
      { change: { kind: 'media.folder', path: '/a', value: false } },
      { change: { kind: 'media.folder', path: '/b', value: false } },
      { change: { kind: 'media.paper', paper: 'p', value: false } },
    ]);
  });

  it('show where the data is, and copy the path', async () => {
    const fake = new FakeHost({
      'data.info': () => ({
        dir: '/home/me/Dropbox/Lectern',
        defaultDir: '/home/me/.lectern',
        place: 'moved',
        access: { mode: 'write' },
      }),
      'data.backups': () => [],
    });
    await open('settings', fake);
    await fireEvent.click(screen.getByRole('tab', { name: 'Your data' }));
    expect(await screen.findByText('/home/me/Dropbox/Lectern')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Copy the path' }));
    expect(fake.copied).toEqual(['/home/me/Dropbox/Lectern']);
  });
});
