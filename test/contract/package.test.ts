/** The package as electron-builder makes it, of a stand-in for Electron's binary, which cannot be had everywhere. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startElectronHostAt } from './electron-host.ts';
import { root } from './hosts.ts';

/** What @electron/fuses looks for in a binary; after it stand a version, a count and the fuses, in this order. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

describe('the package', () => {
  let dir: string;
  let resources: string;

  beforeAll(async () => {
    dir = await realpath(await mkdtemp(join(tmpdir(), 'lectern-package-')));
    const dist = join(dir, 'electron');
    for (const folder of ['resources', 'locales']) {
      await mkdir(join(dist, folder), { recursive: true });
    }
    await writeFile(join(dist, 'locales/ko.pak'), '');
    // As Electron ships: everything is allowed but what the package turns on.
    const fuses = `${SENTINEL}\x01${String.fromCharCode(FUSES.length)}10110001`;
    await writeFile(join(dist, 'electron'), `\x7fELF ${fuses}`, { mode: 0o755 });
    for (const file of ['LICENSE', 'LICENSES.chromium.html']) await writeFile(join(dist, file), '');
    const cli = join(root, 'node_modules/electron-builder/cli.js');
    const options = [`-c.electronDist=${dist}`, `-c.directories.output=${join(dir, 'packed')}`];
    const packed = spawnSync(process.execPath, [cli, '--linux', 'dir', '--x64', ...options], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(packed.status, packed.stdout + packed.stderr).toBe(0);
    resources = join(dir, 'packed/linux-unpacked/resources');
  }, 120_000);
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('holds what was built for the desktop, the samples and nothing else', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    const odd = files.filter(
      (file) =>
        !/^\/(out(\/(main(\/(index|engine)\.js|\/chunks(\/.*)?)?|preload(\/index\.cjs)?|renderer(\/.*)?))?|package\.json|resources(\/samples(\/.*)?)?)$/.test(
          file,
        ),
    );
    expect(odd).toEqual([]);
    for (const file of ['out/main/index.js', 'out/main/engine.js', 'out/preload/index.cjs']) {
      expect(files).toContain(`/${file}`);
    }
  });

  it('has its fuses set', async () => {
    const binary = await readFile(join(dir, 'packed/linux-unpacked/lectern'), 'latin1');
    const states = binary.slice(binary.indexOf(SENTINEL) + SENTINEL.length + 2);
    expect(Object.fromEntries(FUSES.map((fuse, index) => [fuse, states[index] === '1']))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('lacks nothing: unpacked, it starts, and opens the samples as real files', async () => {
    const app = join(dir, 'installed/app.asar');
    extractAll(join(resources, 'app.asar'), app);
    await rm(join(app, 'resources'), { recursive: true });
    await cp(join(resources, 'app.asar.unpacked'), `${app}.unpacked`, { recursive: true });
    const host = await startElectronHostAt(join(app, 'out/main/index.js'), join(dir, 'data'));
    const folder = await host.call('folders.openSample', {});
    expect(folder.path).toBe(`${app}.unpacked/resources/samples`);
    await expect
      .poll(async () => (await host.call('library.outline', {})).all.total, { timeout: 10_000 })
      .toBeGreaterThan(10);
    await host.close();
  });
});
