import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completePath } from '../../../src/core/folders/complete-path.ts';

describe('completing a typed path', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'lectern-complete-'));
    for (const name of ['papers', 'Papers 10', 'Papers 9', '.hidden', '다이제스트'])
      await mkdir(join(home, name));
    await writeFile(join(home, 'papers.md'), '');
  });
  afterAll(() => rm(home, { recursive: true }));

  it('offers the folders that begin with what was typed, whatever the case, in natural order', async () => {
    const found = await completePath(join(home, 'pap'), '/nowhere');
    expect(found).toEqual(['papers', 'Papers 9', 'Papers 10'].map((name) => join(home, name)));
  });

  it('offers all folders after a slash, but hidden ones only when their dot was typed', async () => {
    expect(await completePath(`${home}/`, '/nowhere')).toHaveLength(4);
    expect(await completePath(`${home}/.h`, '/nowhere')).toEqual([join(home, '.hidden')]);
  });

  it('knows ~ as home, and Hangul however its syllables are composed', async () => {
    const decomposed = '~/다이'.normalize('NFD');
    expect(await completePath(decomposed, home)).toEqual([join(home, '다이제스트')]);
  });

  it('offers nothing for what cannot be read', async () => {
    for (const typed of ['', '/no/such/folder/x', 'a\0b', join(home, 'papers.md', 'x')]) {
      expect(await completePath(typed, home)).toEqual([]);
    }
  });
});
