/** The reader's own data through the built Electron host: what is told of them, and what the settings do with them. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { checksum } from '../../src/core/state/checksum.ts';
import { ask, expect, test } from './host.ts';
import type { FakeElectron } from './fake-electron/fake-electron.ts';

const NOTE = { kind: 'note', paper: 'arxiv:2402.00001', text: '지켜야 할 메모' };

/** A Lectern that has lived: its data hold one note. */
async function live(launch: () => Promise<FakeElectron>): Promise<void> {
  const app = await launch();
  const page = await app.page();
  expect(await ask(page, 'state.change', { change: NOTE })).toMatchObject({ ok: true });
  await app.quit();
}

const noteOf = (page: Page) => ask(page, 'data.backupFile').then((saved) => JSON.stringify(saved));

async function openData(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('tab', { name: 'Your data' }).click();
}

test('a damaged file of the data is set aside, told, and nothing of them is lost', async ({
  launch,
  dir,
}) => {
  await live(launch);
  await writeFile(join(dir, 'data/state.json'), '{"torn');
  const app = await launch();
  const page = await app.page();
  await page.getByRole('button', { name: 'Problems' }).click();
  const problems = page.getByRole('dialog', { name: 'Problems' });
  await expect(problems).toContainText(/set aside/);
  expect(await noteOf(page)).toContain('지켜야 할 메모');
  const names = await readdir(join(dir, 'data'));
  expect(names.filter((name) => name.startsWith('state.json.broken-'))).toHaveLength(1);
  expect(app.errorBoxes).toEqual([]);
});

test('data of a newer Lectern are shown, explained, and left as they are', async ({
  launch,
  dir,
}) => {
  await live(launch);
  const path = join(dir, 'data/state.json');
  const [, body = ''] = (await readFile(path, 'utf8')).split('\n');
  const head = `"version":99,"checksum":"${checksum('99\n', body)}"`;
  const newer = `{"format":"lectern-state",${head},"data":\n${body}\n}\n`;
  await writeFile(path, newer);
  const app = await launch();
  const page = await app.page();
  const banner = page.getByRole('region', { name: 'Only for reading' });
  await expect(banner).toContainText('written by a newer Lectern (format 99)');
  expect(await ask(page, 'state.change', { change: NOTE })).toMatchObject({
    error: { code: 'read-only' },
  });
  await app.quit();
  expect(await readFile(path, 'utf8')).toBe(newer);
});

test('the settings move the data to a folder of the system’s dialog, save them as one file and restore that', async ({
  launch,
  dir,
}) => {
  const [there, file] = [join(dir, 'Dropbox'), join(dir, 'all.json')];
  const start = () =>
    launch({
      // The default place, which may be left.
      env: { LECTERN_DATA: '', XDG_CONFIG_HOME: join(dir, 'config') },
      dialog: ({ kind }) =>
        kind === 'open'
          ? { canceled: false, filePaths: [there] }
          : { canceled: false, filePath: file },
    });
  await live(start);
  const app = await start();
  const page = await app.page();
  await openData(page);
  await page.getByRole('button', { name: 'Move…' }).click();
  await expect(page.getByText(`Your data are now in ${there}.`)).toBeVisible();
  expect(await readdir(there)).toContain('state.json');

  await page.getByRole('button', { name: 'Save all in one file…' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('지켜야 할 메모');
  const change = { ...NOTE, text: '망가진 메모' };
  expect(await ask(page, 'state.change', { change })).toMatchObject({ ok: true });
  await page.locator('input[type="file"]').setInputFiles(file);
  const question = page.getByRole('group', { name: 'Restore all.json?' });
  await question.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('list', { name: 'Backups that are kept' })).toContainText(
    'before a restore',
  );
  expect((await app.electronPage()).errors).toEqual([]);
  await app.quit();

  const next = await start();
  const saved = await noteOf(await next.page());
  expect(saved).toContain('지켜야 할 메모');
});
