import { chmod, mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportInput } from '../../../src/core/export/export.ts';
import { KeptExports } from '../../../src/core/kept/kept-exports.ts';
import { Reader } from '../../../src/core/reader.ts';
import type { AppEvent } from '../../../src/shared/contract.ts';
import { sharedFiles } from '../../../src/core/state/files.ts';
import {
  LIST_DEFAULTS,
  type ExportFormat,
  type KeptExport,
  type KeptExportInfo,
} from '../../../src/shared/model.ts';
import { exportOptions, NO_STATE } from '../export/papers.ts';
import { ALL, choiceOf, digestText, TestEngine } from '../support/engine.ts';

const DIGEST = digestText('2024-02-05', [
  { title: 'Alpha', arxiv: '2402.00001', text: '- 강화학습을 다룬다.' },
  { title: 'Beta', arxiv: '2402.00002' },
]);
const ALPHA = 'arxiv:2402.00001';
const BETA = 'arxiv:2402.00002';

let engine: TestEngine;
beforeEach(async () => {
  engine = await TestEngine.create();
  await engine.write('digests/05.md', DIGEST);
  await mkdir(engine.path('tex'));
  await engine.start();
  await engine.openFolder('digests');
});
afterEach(() => engine.remove());

function kept(patch: Partial<KeptExport> = {}, format: ExportFormat = 'bibtex'): KeptExport {
  return {
    id: randomUUID(),
    query: { ...ALL, view: { kind: 'starred' } },
    title: 'Starred',
    choice: choiceOf(format),
    folder: engine.path('tex'),
    file: 'references.bib',
    ...patch,
  };
}

function gateOf<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((open) => {
    resolve = open;
  });
  return { promise, resolve: (value) => resolve(value) };
}

const text = (name: string): Promise<string> => readFile(engine.path('tex', name), 'utf8');
const star = (papers: readonly string[], value = true) =>
  engine.call('state.change', { change: { kind: 'star', papers: [...papers], value } });
const wrote = (): Promise<AppEvent> => engine.event(({ type }) => type === 'kept');

describe('a folder that is kept up to date', () => {
  it('is written at once, and again by itself on every change of marks, digests and lists', async () => {
    await star([ALPHA]);
    const info = await engine.call('kept.put', { kept: kept() });
    expect(info).toMatchObject({ files: 1, error: null, aside: [], taken: [] });
    expect(await text('references.bib')).toContain('Alpha');
    const starred = wrote();
    await star([BETA]);
    await starred;
    expect(await text('references.bib')).toContain('Beta');
    const changed = wrote();
    await engine.write('digests/05.md', DIGEST.replace('Beta', 'Gamma'));
    await changed;
    expect(await text('references.bib')).toContain('Gamma');
    expect(await readdir(engine.path('digests'))).toEqual(['05.md']);
  });

  it('is written at the end, and kept after the next start', async () => {
    await engine.call('kept.put', { kept: kept() });
    await star([ALPHA]);
    await engine.stop();
    expect(await text('references.bib')).toContain('Alpha');
    await engine.start();
    const [info] = await engine.call('kept.list', {});
    expect(info).toMatchObject({ files: 1, kept: { file: 'references.bib' } });
    await engine.call('kept.remove', { id: info?.kept.id ?? '' });
    expect(await engine.call('kept.list', {})).toEqual([]);
    expect(await text('references.bib')).toContain('Alpha');
  });

  it('holds a file for each paper, and takes away those of papers that left the list', async () => {
    const papers = [ALPHA, BETA];
    const list = { ...LIST_DEFAULTS, id: 'l', name: '읽을 것', papers, created: 1 };
    await engine.call('state.change', { change: { kind: 'list.put', list, index: 0 } });
    const choice = { ...choiceOf('obsidian'), separate: true };
    const query = { ...ALL, view: { kind: 'list' as const, list: 'l' } };
    const { kept: made } = await engine.call('kept.put', { kept: kept({ choice, query }) });
    expect(made.file).toBe('');
    expect((await readdir(engine.path('tex'))).toSorted()).toEqual(['Alpha.md', 'Beta.md']);
    await writeFile(engine.path('tex', 'Alpha.md'), 'my own words');
    await engine.call('state.change', {
      change: { kind: 'list.remove', list: 'l', papers: [BETA] },
    });
    const info = await engine.call('kept.write', { id: made.id });
    expect(info.aside).toHaveLength(1);
    expect(await text(info.aside[0] ?? '')).toBe('my own words');
    expect(await text('Alpha.md')).toContain('Alpha');
    expect(await readdir(engine.path('tex'))).toHaveLength(2);
    await engine.call('state.change', { change: { kind: 'list.delete', list: 'l' } });
    expect(await engine.call('kept.write', { id: made.id })).toMatchObject({
      files: 1,
      error: { code: 'not-found' },
    });
  });

  it('of a search follows the lists that it names, also after the next start, until they are gone', async () => {
    const put = (id: string, name: string, papers: string[]) =>
      engine.call('state.change', {
        change: {
          kind: 'list.put',
          list: { ...LIST_DEFAULTS, id, name, papers, created: 1 },
          index: 0,
        },
      });
    await put('t', 'Thesis', [ALPHA]);
    await put('old', 'Thesis ideas', [BETA]);
    const query = { ...ALL, search: 'list:thesis' };
    const { kept: made } = await engine.call('kept.put', { kept: kept({ query }) });
    const written = async () => {
      const { kept: now, error } = await engine.call('kept.write', { id: made.id });
      return [now.query.search, error?.code, (await text('references.bib')).match(/Alpha|Beta/g)];
    };
    const patch = { name: 'My PhD' };
    await engine.call('state.change', { change: { kind: 'list.update', list: 't', patch } });
    expect(await written()).toEqual(['list:"My PhD"', undefined, ['Alpha']]);
    await engine.call('state.undo', {});
    expect(await written()).toEqual(['list:"Thesis"', undefined, ['Alpha']]);
    await engine.call('state.redo', {});
    await engine.stop();
    await engine.start();
    expect(await written()).toEqual(['list:"My PhD"', undefined, ['Alpha']]);
    await engine.call('state.change', { change: { kind: 'list.delete', list: 't' } });
    expect(await written()).toEqual(['list:"My PhD"', 'not-found', ['Alpha']]);
  });

  it('that vanishes is told, and written once it is back', async () => {
    await star([ALPHA]);
    const { kept: made } = await engine.call('kept.put', { kept: kept() });
    await rename(engine.path('tex'), engine.path('away'));
    await star([BETA]);
    const failed = await engine.call('kept.write', { id: made.id });
    expect(failed.error).toMatchObject({ code: 'folder-missing', subject: engine.path('tex') });
    const problems = await engine.call('library.problems', {});
    expect(problems).toMatchObject([{ code: 'export-not-kept', file: engine.path('tex') }]);
    await rename(engine.path('away'), engine.path('tex'));
    expect(await engine.call('kept.write', { id: made.id })).toMatchObject({ error: null });
    expect(await text('references.bib')).toContain('Beta');
    expect(await engine.call('library.problems', {})).toEqual([]);
  });

  it('keeps its papers while a digest folder is away', async () => {
    await star([ALPHA]);
    const { kept: made } = await engine.call('kept.put', { kept: kept() });
    await rename(engine.path('digests'), engine.path('unplugged'));
    const [folder] = await engine.call('folders.list', {});
    const scanned = engine.scanned();
    await engine.call('folders.rescan', { folder: folder?.id ?? '' });
    await scanned;
    const info = await engine.call('kept.write', { id: made.id });
    expect(info.error).toMatchObject({ code: 'export-waits', subject: engine.path('digests') });
    expect(await text('references.bib')).toContain('Alpha');
  });

  it.runIf(process.getuid?.() !== 0)(
    'that cannot be written leaves the old file whole',
    async () => {
      await star([ALPHA]);
      const { kept: made } = await engine.call('kept.put', { kept: kept() });
      await chmod(engine.path('tex'), 0o500);
      await star([BETA]);
      const info = await engine.call('kept.write', { id: made.id });
      await chmod(engine.path('tex'), 0o700);
      expect(info.error).toMatchObject({ code: 'write-failed', fault: 'denied' });
      expect(await text('references.bib')).not.toContain('Beta');
    },
  );
});

describe('a folder is refused', () => {
  it.each([
    ['digests', 'inside-digest-folder'],
    ['digests/inside', 'inside-digest-folder'],
    ['link', 'inside-digest-folder'],
    ['.', 'inside-digest-folder'],
    ['data/exports', 'place-unsuitable'],
    ['nowhere', 'folder-missing'],
    ['file', 'not-a-folder'],
  ])('at %s, as %s', async (path, code) => {
    await mkdir(engine.path('digests/inside'));
    await mkdir(engine.path('data/exports'), { recursive: true });
    await symlink(engine.path('digests/inside'), engine.path('link'));
    await engine.write('file', '');
    const put = engine.call('kept.put', { kept: kept({ folder: engine.path(path) }) });
    await expect(put).rejects.toMatchObject({ code });
    expect(await engine.call('kept.list', {})).toEqual([]);
    expect(await readdir(engine.path('digests/inside'))).toEqual([]);
  });

  it('where a file of that name is that Lectern did not write', async () => {
    await engine.write('tex/references.bib', '% by hand');
    const put = engine.call('kept.put', { kept: kept() });
    await expect(put).rejects.toMatchObject({ code: 'export-there' });
    expect(await text('references.bib')).toBe('% by hand');
    expect(await engine.call('kept.list', {})).toEqual([]);
  });

  it('by a relative path, and from then on when digests are opened in it', async () => {
    const relative = engine.call('kept.put', { kept: kept({ folder: 'tex' }) });
    await expect(relative).rejects.toMatchObject({ code: 'place-unsuitable' });
    const { kept: made } = await engine.call('kept.put', { kept: kept() });
    await engine.write('tex/papers/06.md', DIGEST);
    await engine.openFolder('tex/papers');
    expect(await engine.call('kept.write', { id: made.id })).toMatchObject({
      error: { code: 'inside-digest-folder' },
    });
  });
});

describe('what is remembered of it', () => {
  it('is told when it cannot be read at all, and everything else works', async () => {
    await engine.stop();
    await rm(engine.path('data/exports'), { recursive: true, force: true });
    await writeFile(engine.path('data/exports'), 'no folder');
    await engine.start();
    const problems = await engine.call('library.problems', {});
    expect(problems).toMatchObject([
      { code: 'export-not-kept', file: engine.path('data/exports') },
    ]);
    await star([ALPHA]);
    expect(await engine.call('kept.list', {})).toEqual([]);
  });

  it('is set aside and told when it is damaged', async () => {
    await engine.call('kept.put', { kept: kept() });
    const [name = ''] = await readdir(engine.path('data/exports'));
    await engine.stop();
    await writeFile(engine.path('data/exports', name), '{');
    await engine.start();
    expect(await engine.call('kept.list', {})).toEqual([]);
    expect(await readdir(engine.path('data/exports'))).toEqual([
      expect.stringContaining('.broken-') as string,
    ]);
    expect(await engine.call('library.problems', {})).toMatchObject([{ code: 'export-not-kept' }]);
  });

  it('changes nothing while reading data can only be read', async () => {
    const { kept: made } = await engine.call('kept.put', { kept: kept() });
    const second = await Reader.open({
      dataDir: engine.path('data'),
      sampleDir: engine.path('sample'),
      home: engine.root,
      now: () => Date.now(),
      emit: () => undefined,
    });
    await expect(second.call('kept.write', { id: made.id })).rejects.toMatchObject({
      code: 'read-only',
    });
    await expect(second.call('kept.put', { kept: kept() })).rejects.toMatchObject({
      code: 'read-only',
    });
    await second.close();
    await rm(engine.path('tex', 'references.bib'));
    expect(await readdir(engine.path('tex'))).toEqual([]);
  });
});

describe('an export that takes long to write', () => {
  it('is answered before it is written, and its failure is told then, not forgotten', async () => {
    const folder = engine.path('tex');
    const gate = gateOf<ExportInput>();
    const gathering = gateOf<undefined>();
    const told: (readonly KeptExportInfo[])[] = [];
    const slow = new KeptExports({
      dir: engine.path('kept'),
      home: engine.root,
      files: sharedFiles,
      now: () => Date.now(),
      emit: (event) => {
        if (event.type === 'kept') told.push(event.exports);
      },
      writable: () => true,
      exports: {
        gather: () => {
          gathering.resolve(undefined);
          return gate.promise;
        },
        optionsOf: () => exportOptions(),
      },
      results: { all: () => [], prepare: () => undefined },
      lists: () => [],
      forbidden: () => ({ digests: [], data: [] }),
      ready: () => Promise.resolve(),
      unread: () => null,
      patienceMs: 1,
    });
    const info = await slow.put(kept());
    expect(info).toMatchObject({ written: null, error: null });
    await gathering.promise;
    await rm(folder, { recursive: true });
    gate.resolve({ papers: [], state: NO_STATE });
    await slow.close();
    expect(slow.list).toMatchObject([{ error: { code: 'write-failed' } }]);
    expect(told.at(-1)).toMatchObject([{ error: { code: 'write-failed' } }]);
  });
});
