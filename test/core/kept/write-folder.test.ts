import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  writeFolder,
  type FolderWritten,
  type OwnFiles,
} from '../../../src/core/kept/write-folder.ts';
import { nodeFiles, type Files } from '../../../src/core/state/files.ts';
import { FaultyFiles, systemError } from '../state/faulty-files.ts';

let folder: string;
let own: OwnFiles;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-kept-'));
  own = new Map();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const NOW = Date.UTC(2026, 10, 25, 20, 0, 1);

async function write(
  wanted: Readonly<Record<string, string>>,
  files: Files = nodeFiles,
): Promise<FolderWritten> {
  const done = await writeFolder({
    folder,
    wanted: Object.entries(wanted).map(([name, text]) => ({ name, text })),
    own,
    files,
    now: NOW,
    temporary: '.lectern-x.tmp',
    remember: (next) => {
      own = new Map(next);
      return Promise.resolve();
    },
  });
  ({ own } = done);
  return done;
}

async function contents(): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder);
  const texts = names.map(
    async (name) => [name, await readFile(join(folder, name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

const edit = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

describe('a folder that is kept', () => {
  it('holds what is wanted, and is not touched while that stays the same', async () => {
    expect(await write({ 'a.md': '가', 'b.md': 'b' })).toMatchObject({
      changed: 2,
      aside: [],
      taken: [],
    });
    const before = await stat(join(folder, 'a.md'));
    expect(await write({ 'a.md': '가', 'b.md': 'b' })).toMatchObject({ changed: 0 });
    const { ino, ctimeMs } = await stat(join(folder, 'a.md'));
    expect({ ino, ctimeMs }).toEqual({ ino: before.ino, ctimeMs: before.ctimeMs });
    expect(await write({ 'a.md': '나', 'c.md': 'c' })).toMatchObject({ changed: 3 });
    expect(await contents()).toEqual({ 'a.md': '나', 'c.md': 'c' });
  });

  it('gives a file that the reader changed another name, and tells it', async () => {
    await write({ 'a.bib': 'one' });
    await edit('a.bib', 'mine');
    const { aside } = await write({ 'a.bib': 'two' });
    expect(aside).toEqual(['a (edited 2026-11-25 20-00-01).bib']);
    await edit('a.bib', 'mine again');
    const second = await write({ 'a.bib': 'three' });
    expect(second.aside).toEqual(['a (edited 2026-11-25 20-00-01 2).bib']);
    expect(await contents()).toEqual({
      'a.bib': 'three',
      'a (edited 2026-11-25 20-00-01).bib': 'mine',
      'a (edited 2026-11-25 20-00-01 2).bib': 'mine again',
    });
  });

  it('leaves what was never Lectern’s alone, unless it is the very same', async () => {
    await edit('a.md', 'not yours');
    await edit('same.md', 'same');
    await mkdir(join(folder, 'dir.md'));
    const done = await write({ 'a.md': 'A', 'same.md': 'same', 'dir.md': 'D' });
    expect(done).toMatchObject({ taken: ['a.md', 'dir.md'], aside: [], changed: 0 });
    await write({ 'same.md': 'other' });
    expect(await readFile(join(folder, 'same.md'), 'utf8')).toBe('other');
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('not yours');
  });

  it('keeps a file that the reader changed when it is wanted no longer', async () => {
    await write({ 'a.md': 'a', 'b.md': 'b' });
    await edit('a.md', 'mine');
    await write({});
    expect(await contents()).toEqual({ 'a.md': 'mine' });
    expect(own.size).toBe(0);
  });

  it('writes again what was deleted', async () => {
    await write({ 'a.md': 'a' });
    await rm(join(folder, 'a.md'));
    await write({ 'a.md': 'a' });
    expect(await contents()).toEqual({ 'a.md': 'a' });
  });
});

/** How a disk fails at an operation, counted from 0: only there, or from there on. */
const FAILING: readonly (readonly [string, (count: number, index: number) => boolean, string])[] = [
  ['ENOSPC from there on', (count, index) => count >= index, 'ENOSPC'],
  ...['ENOSPC', 'EACCES', 'EROFS', 'EIO'].map(
    (code) => [`${code} once`, (count: number, index: number) => count === index, code] as const,
  ),
];

describe.each(FAILING)('a disk that fails at any moment with %s', (_how, fails, code) => {
  it('leaves every file whole, old or new, the reader’s among them; the next time all is as wanted', async () => {
    for (let index = 0; index < 60; index++) {
      for (const name of await readdir(folder)) await rm(join(folder, name));
      own = new Map();
      await write({ 'a.md': 'old', 'b.md': 'old', 'gone.md': 'old' });
      await edit('b.md', 'mine');
      const wanted = { 'a.md': 'new', 'b.md': 'new', 'c.md': 'new' };
      let count = 0;
      const seen = { failed: false };
      const disk = new FaultyFiles(() => {
        if (!fails(count++, index)) return;
        seen.failed = true;
        throw systemError(code);
      });
      const failed = await write(wanted, disk).then(
        () => false,
        () => true,
      );
      await disk.end();
      const after = await contents();
      const whole = Object.entries(after).filter(([name]) => !name.endsWith('.tmp'));
      for (const [, text] of whole) expect(['old', 'new', 'mine']).toContain(text);
      expect(Object.values(after)).toContain('mine');
      expect(after['a.md']).toMatch(/^(?:old|new)$/);
      await write(wanted);
      const repaired = await contents();
      expect(repaired).toMatchObject(wanted);
      expect(Object.values(repaired)).toContain('mine');
      expect(Object.keys(repaired).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect(Object.keys(repaired)).toHaveLength(4);
      expect(failed).toBe(seen.failed);
      if (!seen.failed) return;
    }
    throw new Error('it never went through');
  });
});

describe('whatever the reader does in the folder', () => {
  it('loses nothing that they wrote', async () => {
    const name = fc.constantFrom('a.md', 'b.md', 'A.md');
    const texts = fc.dictionary(name, fc.constantFrom('x', 'y', 'z'), {
      maxKeys: 3,
      noNullPrototype: true,
    });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), wanted: texts }),
      fc.record({ kind: fc.constant('edit' as const), name, text: fc.uuid() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        for (const each of await readdir(folder)) await rm(join(folder, each));
        own = new Map();
        const last = new Map<string, string>();
        const kept = new Set<string>();
        for (const each of steps) {
          if (each.kind === 'edit') {
            // What they write over themselves is gone by their own hand.
            const before = last.get(each.name);
            const there = (await contents())[each.name];
            if (before !== undefined && there === before) kept.delete(before);
            await edit(each.name, each.text);
            last.set(each.name, each.text);
            kept.add(each.text);
          } else await write(each.wanted);
        }
        expect(Object.values(await contents())).toEqual(expect.arrayContaining([...kept]));
      }),
      { numRuns: 60 },
    );
  });
});
