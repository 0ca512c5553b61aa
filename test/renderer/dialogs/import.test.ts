import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Dialogs from '../../../src/renderer/dialogs/Dialogs.svelte';
import { decodeText } from '../../../src/renderer/dialogs/import/read-text.ts';
import type { App } from '../../../src/renderer/state/app.svelte.ts';
import type { Input } from '../../../src/shared/contract.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { ImportPlan } from '../../../src/shared/model.ts';
import { FakeHost, NOTHING_TO_UNDO, outlineOf, stage } from '../reader/stage.ts';

const PLAN: ImportPlan = {
  format: 'lectern',
  papers: 3,
  unknown: 1,
  read: 2,
  starred: 0,
  notes: 1,
  notesTaken: 0,
  notesKept: 1,
  versions: 1,
  lists: 0,
  removed: 0,
  settings: false,
  whole: true,
  problems: [],
};

function open(
  plan: (request: Input<'import.preview'>) => ImportPlan,
  file?: File,
): [App, FakeHost] {
  const host = new FakeHost({
    'import.preview': plan,
    'import.apply': (request) => ({
      plan: plan(request),
      changed: 1,
      undo: NOTHING_TO_UNDO,
      list: null,
    }),
    'state.undoState': () => NOTHING_TO_UNDO,
    'library.outline': () => outlineOf([]),
    'job.cancel': () => undefined,
  });
  const app = stage(Dialogs, host);
  app.dialogs.show(file === undefined ? { kind: 'import' } : { kind: 'import', file });
  return [app, host];
}

const dropped = (text: string, name = 'mine.json'): File => new File([text], name);

describe('the import dialog', () => {
  it('tells what a dropped file would change, and reads it in the way that was chosen', async () => {
    const replaced = { ...PLAN, removed: 7 };
    const [app, host] = open(
      ({ mode }) => (mode === 'replace' ? replaced : PLAN),
      dropped('{"x":1}'),
    );
    expect(await screen.findByRole('heading', { name: 'Lectern’s data' })).toBeVisible();
    expect(screen.getByText('mine.json')).toBeVisible();
    expect(screen.getByText(/becomes an earlier version of yours/)).toBeVisible();
    await fireEvent.click(screen.getByRole('radio', { name: /^In the place of mine/ }));
    expect(await screen.findByText('Marks, notes and lists that go')).toBeVisible();
    expect(screen.getByText(/A backup of what is here now is made first/)).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Replace' }));
    await waitFor(() => expect(app.dialogs.open).toBeNull());
    expect(host.asked('import.apply')).toMatchObject([
      { text: '{"x":1}', mode: 'replace', name: 'Imported “mine.json”' },
    ]);
  });

  it('puts pasted references into a list of the name that is given', async () => {
    const list = { ...PLAN, format: 'bibtex', whole: false } as const;
    const [app, host] = open(() => ({ ...list, problems: [{ line: 3, text: 'broken' }] }));
    const field = await screen.findByRole('textbox', { name: /^Or paste/ });
    await fireEvent.input(field, { target: { value: '@misc{a, title = {A}}' } });
    expect(await screen.findByRole('heading', { name: 'A BibTeX bibliography' })).toBeVisible();
    expect(screen.getByText('broken')).toBeInTheDocument();
    expect(screen.queryByRole('radio')).toBeNull();
    const name = screen.getByRole('textbox', { name: /^Name of the list/ });
    expect(name).toHaveValue('Imported papers');
    await fireEvent.input(name, { target: { value: '논문' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(app.dialogs.open).toBeNull());
    expect(host.asked('import.apply')).toMatchObject([{ name: '논문', mode: 'merge' }]);
  });

  it('names a file that cannot be read in, says why, and reads nothing in', async () => {
    const refuse = (): never => {
      throw new AppError('import-broken', 'broken', { subject: 'line 3' });
    };
    open(refuse, dropped('{', 'half.json'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/^half\.json This file is damaged\. .* \(line 3\)$/);
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
  });

  it('offers a part of someone’s data only to be added', async () => {
    open(() => ({ ...PLAN, whole: false }), dropped('{}'));
    expect(await screen.findByRole('heading', { name: 'Lectern’s data' })).toBeVisible();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled();
  });

  it('shows how far long work is, and stops it', async () => {
    const host = new FakeHost({
      'import.preview': () => new Promise(() => undefined),
      'job.cancel': () => undefined,
    });
    const app = stage(Dialogs, host);
    app.dialogs.show({ kind: 'import', file: dropped('x') });
    const bar = await screen.findByRole('progressbar', { name: 'Reading' });
    const [asked] = host.asked('import.preview') as Input<'import.preview'>[];
    app.works.hear(asked?.job ?? '', 0.5);
    await waitFor(() => expect(bar).toHaveAttribute('value', '0.5'));
    await fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(host.asked('job.cancel')).toEqual([{ job: asked?.job }]);
  });
});

describe('the text of a file', () => {
  it.each([
    ['UTF-8', [0xed, 0x95, 0x9c], '한'],
    ['EUC-KR', [0xc7, 0xd1, 0x31], '한1'],
    ['Windows-1252', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72], 'Müller'],
    ['UTF-16', [0xff, 0xfe, 0x5c, 0xd5], '한'],
  ])('is read as %s', (_, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes)).replace('\ufeff', '')).toBe(text);
  });
});
