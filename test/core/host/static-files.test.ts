import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveStatic } from '../../../src/core/host/static-files.ts';

describe('static files of the built renderer', () => {
  let base: string;
  let root: string;

  beforeAll(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'lectern-static-')));
    root = join(base, 'renderer');
    await mkdir(join(root, 'assets'), { recursive: true });
    await mkdir(join(root, 'folder.js'));
    await mkdir(join(base, 'renderer-evil'));
    await writeFile(join(root, 'index.html'), '<!doctype html>');
    await writeFile(join(root, 'assets', 'index-AbC_1.js'), '1');
    await writeFile(join(root, 'notes.txt'), 'not of a built type');
    await writeFile(join(root, '.hidden.js'), 'hidden');
    await writeFile(join(base, 'secret.js'), 'outside');
    await writeFile(join(base, 'renderer-evil', 'x.js'), 'outside');
    await symlink(join(base, 'secret.js'), join(root, 'link.js'));
    await symlink(base, join(root, 'up'));
    await symlink(join(root, 'index.html'), join(root, 'inside.html'));
  });

  afterAll(() => rm(base, { recursive: true, force: true }));

  it('finds the index page and assets with their types', async () => {
    expect(await resolveStatic(root, '/')).toMatchObject({ type: 'text/html; charset=utf-8' });
    expect(await resolveStatic(root, '/assets/index-AbC_1.js')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
    });
    expect(await resolveStatic(root, '/inside.html')).not.toBeNull();
  });

  it.each([
    '',
    'index.html',
    '//index.html',
    '/assets',
    '/assets/',
    '/folder.js',
    '/missing.js',
    '/notes.txt',
    '/.hidden.js',
    '/../secret.js',
    '/assets/../../secret.js',
    '/./index.html',
    '/%2e%2e/secret.js',
    '/%2E%2E%2Fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/assets\\index-AbC_1.js',
    '/%69ndex.html',
    '/index.html%00.js',
    '/index.html\0',
    '/index.html\n',
    '/link.js',
    '/up/secret.js',
    '/../renderer-evil/x.js',
  ])('refuses %j', async (path) => {
    expect(await resolveStatic(root, path)).toBeNull();
  });

  it('never leaves the root, whatever the path', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'secret.js',
      'up',
      '\0',
    );
    const path = fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(path, async (parts) => {
        const found = await resolveStatic(root, '/' + parts.join(''));
        expect(found === null || found.path.startsWith(root + sep)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
