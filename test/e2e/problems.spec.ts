import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, rows, test } from './lectern.ts';

const paper = (title: string, number: number): string =>
  `## Daily Papers (2026-01-0${number})\n\n### [${title}](https://arxiv.org/abs/2601.9000${number})\n\nVote: 1\n\n- Text.\n`;

test('bad files are named with what to do; everything else opens', async ({ lectern }) => {
  const folder = join(lectern.dir, 'mixed');
  const put = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(folder, name), content);
  await mkdir(folder);
  await put('2026-01-01.md', paper('Plain', 1));
  await put('2026-01-02.md', `\ufeff${paper('With a BOM', 2)}`);
  await put('2026-01-03.md', paper('With CRLF', 3).replaceAll('\n', '\r\n'));
  const broken = Buffer.from(paper('Broken X', 4));
  broken[broken.indexOf('X')] = 0xff;
  await put('2026-01-04.md', broken);
  await put('prose.md', 'Only prose, no digest.\n');
  await put('huge.md', Buffer.alloc(80 * 1024 * 1024, 0x61));
  await symlink(folder, join(folder, 'loop'));

  const page = await lectern.start(folder);
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).first()).toContainText('Broken');
  await page.getByRole('button', { name: 'Problems' }).click();
  const dialog = page.getByRole('dialog', { name: 'Problems' });
  for (const [what, file] of [
    ['The file is not proper UTF-8', '2026-01-04.md'],
    ['The file is not a digest that Lectern knows', 'prose.md'],
    ['The file is too large for a digest', 'huge.md'],
    ['The link leads back into its own folder', 'loop'],
  ] as const) {
    await expect(dialog.getByRole('heading', { name: what })).toBeVisible();
    await expect(dialog.getByText(file, { exact: true })).toBeVisible();
  }
});
