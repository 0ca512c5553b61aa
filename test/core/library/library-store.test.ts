import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../../src/core/digest/parse.ts';
import { LibraryStore } from '../../../src/core/library/library-store.ts';
import type { ScannedFile } from '../../../src/core/library/scan.ts';
import { digestOf, tempFolder } from './temp-folder.ts';

function fileOf(path: string, ...numbers: readonly number[]): ScannedFile {
  const bytes = Buffer.from(digestOf('2024-02-05', ...numbers));
  return {
    path,
    mtimeMs: 1_706_000_000_000.123,
    ctimeMs: -1,
    size: bytes.length,
    ...parseDigest(bytes, path),
  };
}

function mapOf(...files: readonly ScannedFile[]): Map<string, ScannedFile> {
  return new Map(files.map((file) => [file.path, file]));
}

async function load(store: LibraryStore, folder: string) {
  const files = new Map<string, ScannedFile>();
  const { setAside } = await store.load(folder, (batch) => {
    for (const file of batch) files.set(file.path, file);
  });
  return { files, setAside };
}

describe('the library cache', () => {
  it('gives back what was saved, each folder’s own', async () => {
    const dir = join(await tempFolder(), 'made', 'when', 'needed');
    const [f, g] = [mapOf(fileOf('a.md', 1, 2), fileOf('한글.md', 3)), mapOf(fileOf('a.md', 4))];
    const store = new LibraryStore(dir);
    await store.save('f', f);
    await store.save('g', g);
    const again = new LibraryStore(dir);
    expect(await load(again, 'f')).toEqual({ files: f, setAside: null });
    expect(await load(again, 'g')).toEqual({ files: g, setAside: null });
    expect((await readdir(dir)).sort()).toEqual(['f.jsonl', 'g.jsonl']);
  });

  it('gives nothing for a folder never saved, and after it was removed', async () => {
    const store = new LibraryStore(await tempFolder());
    const nothing = { files: new Map(), setAside: null };
    expect(await load(store, 'f')).toEqual(nothing);
    await store.save('f', mapOf(fileOf('a.md', 1)));
    await store.remove('f');
    await store.remove('f');
    expect(await load(store, 'f')).toEqual(nothing);
  });

  it('a file larger than a read is given whole', async () => {
    const store = new LibraryStore(await tempFolder());
    const numbers = Array.from({ length: 12_000 }, (_, n) => n);
    const files = mapOf(fileOf('a.md', ...numbers), fileOf('b.md', 1), fileOf('c.md', ...numbers));
    await store.save('f', files);
    expect((await load(store, 'f')).files).toEqual(files);
  });

  it('saves that overlap leave the last one’s files', async () => {
    const store = new LibraryStore(await tempFolder());
    await Promise.all([1, 2, 3, 4].map((n) => store.save('f', mapOf(fileOf('a.md', n)))));
    expect((await load(store, 'f')).files).toEqual(mapOf(fileOf('a.md', 4)));
  });

  it('any list of files makes the round trip', async () => {
    const store = new LibraryStore(await tempFolder());
    const file = fc.record<ScannedFile>({
      path: fc.string({ unit: 'grapheme' }),
      mtimeMs: fc.double({ noNaN: true, noDefaultInfinity: true }).map((ms) => ms + 0),
      ctimeMs: fc.double({ noNaN: true, noDefaultInfinity: true }).map((ms) => ms + 0),
      size: fc.nat(),
      format: fc.option(fc.string()),
      papers: fc.constantFrom(fileOf('x', 1, 2).papers, []),
      problems: fc.array(
        fc.record({
          code: fc.constant('not-a-digest' as const),
          message: fc.string({ unit: 'grapheme' }),
          line: fc.option(fc.nat()),
        }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(file), async (list) => {
        const files = mapOf(...list);
        await store.save('f', files);
        expect(await load(store, 'f')).toEqual({ files, setAside: null });
      }),
      { numRuns: 50 },
    );
  });
});

describe('a damaged cache', () => {
  async function damaged(damage: (saved: Buffer) => Buffer) {
    const dir = await tempFolder();
    const store = new LibraryStore(dir);
    const files = mapOf(fileOf('a.md', 1, 2), fileOf('b.md', 3), fileOf('c.md', 4));
    await store.save('f', files);
    const bytes = damage(await readFile(join(dir, 'f.jsonl')));
    await writeFile(join(dir, 'f.jsonl'), bytes);
    return { dir, store, bytes, saved: files, ...(await load(store, 'f')) };
  }

  it.each<[string, (saved: Buffer) => Buffer]>([
    ['cut short', (saved) => saved.subarray(0, -30)],
    ['emptied', () => Buffer.alloc(0)],
    ['filled with zeros', (saved) => Buffer.alloc(saved.length)],
    ['replaced', () => Buffer.from('{"some":"json"}\n')],
    ['with a foreign line', (saved) => Buffer.concat([saved, Buffer.from('{}\n')])],
  ])('%s is set aside with the time in its name, never overwritten', async (_, damage) => {
    const { dir, store, bytes, setAside } = await damaged(damage);
    const year = String(new Date().getUTCFullYear());
    expect(basename(setAside ?? '')).toMatch(new RegExp(`^f\\.jsonl\\.${year}-.*\\.damaged$`));
    expect(await readdir(dir)).toEqual([basename(setAside ?? '')]);
    expect(await readFile(setAside ?? '')).toEqual(bytes);

    await store.save('f', mapOf(fileOf('d.md', 9)));
    expect((await load(store, 'f')).files).toEqual(mapOf(fileOf('d.md', 9)));
    expect(await readFile(setAside ?? '')).toEqual(bytes);
  });

  it('a flipped bit anywhere is noticed, and gives no file that was not saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const { files, setAside, saved } = await damaged((bytes) => {
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
          return bytes;
        });
        for (const [path, file] of files) expect(file).toEqual(saved.get(path));
        // A version that is not ours is not damage: nothing of it is used.
        if (setAside === null) expect(files.size).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('a cache of another version is not used, and not set aside', async () => {
    const { files, setAside } = await damaged((saved) =>
      Buffer.from(saved.toString().replace(/"version":\d+/, '"version":0')),
    );
    expect({ files: files.size, setAside }).toEqual({ files: 0, setAside: null });
  });
});

it('a cache that cannot be read or written is told', async () => {
  const dir = await tempFolder({ file: '' });
  await mkdir(join(dir, 'f.jsonl'));
  const store = new LibraryStore(dir);
  await expect(load(store, 'f')).rejects.toMatchObject({ code: 'read-failed' });
  await expect(store.save('f', mapOf())).rejects.toMatchObject({ code: 'write-failed' });
  expect((await readdir(dir)).sort()).toEqual(['f.jsonl', 'file']);
  const nowhere = new LibraryStore(join(dir, 'file'));
  await expect(nowhere.save('f', mapOf())).rejects.toMatchObject({ code: 'write-failed' });
});
