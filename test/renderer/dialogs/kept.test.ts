import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Dialogs from '../../../src/renderer/dialogs/Dialogs.svelte';
import type { App } from '../../../src/renderer/state/app.svelte.ts';
import { AppError, toErrorInfo } from '../../../src/shared/errors.ts';
import { plainChoice } from '../../../src/shared/export-formats.ts';
import type { KeptExport, KeptExportInfo, Query } from '../../../src/shared/model.ts';
import { FakeHost, stage } from '../reader/stage.ts';

const QUERY: Query = {
  view: { kind: 'starred' },
  search: '',
  sort: 'auto',
  descending: true,
  group: 'none',
  unreadOnly: false,
};

function info(patch: Partial<KeptExportInfo> = {}, kept: Partial<KeptExport> = {}): KeptExportInfo {
  return {
    kept: {
      id: '0b7cbb4b-5a0e-4b59-9d3f-2b6d1f3a0f11',
      query: QUERY,
      title: 'Starred',
      choice: plainChoice('bibtex', 'en'),
      folder: '/home/me/tex',
      file: 'references.bib',
      ...kept,
    },
    files: 1,
    written: 1_700_000_000_000,
    aside: [],
    taken: [],
    error: null,
    ...patch,
  };
}

describe('a folder to be kept', () => {
  const show = (host: FakeHost): App => {
    const app = stage(Dialogs, host);
    const choice = plainChoice('bibtex', 'en');
    app.dialogs.show({ kind: 'keepExport', query: QUERY, title: 'Starred', choice });
    return app;
  };

  it('is asked for with the name of its file, and kept', async () => {
    const kept: KeptExport[] = [];
    const host = new FakeHost({
      'folders.complete': () => [],
      'kept.put': (input) => {
        kept.push(input.kept);
        return info();
      },
      'kept.list': () => [info()],
    });
    const app = show(host);
    const folder = await screen.findByRole('combobox', { name: 'Folder' });
    await fireEvent.input(folder, { target: { value: '/home/me/tex' } });
    expect(screen.getByRole('textbox', { name: 'File name' })).toHaveValue('references.bib');
    await fireEvent.click(screen.getByRole('button', { name: 'Keep Up to Date' }));
    await waitFor(() => expect(app.dialogs.open).toBeNull());
    expect(kept).toMatchObject([
      { folder: '/home/me/tex', file: 'references.bib', title: 'Starred' },
    ]);
    expect(app.toasts.items.at(-1)?.text).toContain('/home/me/tex');
  });

  it('that is refused is told why, and asked for again', async () => {
    const host = new FakeHost({
      'folders.complete': () => [],
      'kept.put': () => {
        throw new AppError('inside-digest-folder', 'no', { subject: '/digests' });
      },
    });
    const app = show(host);
    await fireEvent.click(await screen.findByRole('button', { name: 'Keep Up to Date' }));
    expect(await screen.findByText(/digest folder.*\/digests/)).toBeVisible();
    expect(app.dialogs.open).not.toBeNull();
  });
});

describe('the folders that are kept', () => {
  const open = async (items: readonly KeptExportInfo[]): Promise<[App, FakeHost]> => {
    const host = new FakeHost({
      'kept.list': () => items,
      'kept.write': () => info(),
      'kept.remove': () => undefined,
      'kept.put': () => info(),
    });
    const app = stage(Dialogs, host);
    app.dialogs.show({ kind: 'settings', section: 'exports' });
    if (items.length > 0) await screen.findByRole('list', { name: 'Folders kept up to date' });
    return [app, host];
  };

  it('are listed with how they go, written when asked, and given up with a way back', async () => {
    const [app, host] = await open([info()]);
    expect(screen.getByText(/^1 file, last changed/)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: /^Write now/ }));
    await waitFor(() => expect(host.asked('kept.write')).toHaveLength(1));
    await waitFor(() => expect(screen.getByRole('button', { name: /^Write now/ })).toBeEnabled());
    await fireEvent.click(screen.getByRole('button', { name: /^Keep no longer/ }));
    await waitFor(() => expect(app.toasts.items).toHaveLength(1));
    app.toasts.items[0]?.action?.run();
    await waitFor(() => expect(host.asked('kept.put')).toEqual([{ kept: info().kept }]));
  });

  it('tell what went wrong, what was left alone and what was set aside', async () => {
    const gone = toErrorInfo(new AppError('folder-missing', 'gone', { subject: '/home/me/tex' }));
    await open([info({ error: gone, taken: ['Alpha.md'], aside: ['a (edited).bib'] })]);
    expect(screen.getByText('There is no such folder. (/home/me/tex)')).toBeVisible();
    expect(screen.getByText(/“Alpha\.md” is a file of yours/)).toBeVisible();
    expect(screen.getByText('Your changed versions: a (edited).bib')).toBeVisible();
  });

  it('say what to do when there is none', async () => {
    await open([]);
    expect(await screen.findByText(/^There is none yet/)).toBeVisible();
  });

  it('tell news once: a failure, and a file that the reader had changed', async () => {
    const [app] = await open([info()]);
    const failed = info({
      aside: ['a (edited).bib'],
      error: toErrorInfo(new AppError('write-failed', 'full', { fault: 'full' })),
    });
    app.kept.hear([failed]);
    expect(app.toasts.items.map(({ text }) => text)).toEqual([
      expect.stringContaining('The disk is full') as string,
      expect.stringContaining('a (edited).bib') as string,
    ]);
    for (const { id } of app.toasts.items) app.toasts.dismiss(id);
    app.kept.hear([failed]);
    expect(app.toasts.items).toEqual([]);
    const waits = toErrorInfo(new AppError('export-waits', 'waits'));
    app.kept.hear([info({ error: waits, aside: failed.aside })]);
    expect(app.toasts.items).toEqual([]);
  });
});
