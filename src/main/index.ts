/** Entry of the Electron host: what has to happen before the app is ready, then one instance with one engine. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import { dataDir, isMovable } from '../core/host/data-dir.ts';
import { startEngine } from '../core/thread/client.ts';
import { attempt } from '../shared/errors.ts';
import { folderArgument, folderOfInstance } from './arguments.ts';
import { Desktop } from './desktop.ts';
import { registerAppScheme } from './protocol.ts';
import { nativeLanguage, wordsIn } from './words.ts';

const built = join(import.meta.dirname, '..');
let desktop: Desktop | null = null;
/** The folder to open once the desktop is there. */
let asked = folderArgument(process.argv, process.cwd(), app.isPackaged);

registerAppScheme();
app.enableSandbox();
useOwnProfile();

if (app.requestSingleInstanceLock({ folder: asked })) {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_event, _argv, _workingDirectory, data) =>
    open(folderOfInstance(data)),
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => app.quit());
  }
  // Not awaited here: the app becomes ready only after this module has been evaluated.
  void start();
} else {
  app.quit();
}

/** Data of their own (LECTERN_DATA) make another Lectern, with a lock and a window place of its own. */
function useOwnProfile(): void {
  const data = process.env['LECTERN_DATA'];
  if (data === undefined || data === '') return;
  const profile = join(resolve(data), 'electron');
  mkdirSync(profile, { recursive: true });
  app.setPath('userData', profile);
}

function open(folder: string | null): void {
  if (desktop !== null) desktop.openFolder(folder);
  else asked = folder ?? asked;
}

async function start(): Promise<void> {
  const dir = dataDir(process.env, process.platform, homedir());
  const starting = attempt(() =>
    startEngine({
      file: join(built, 'main/engine.js'),
      dataDir: dir,
      movable: isMovable(process.env),
      sampleDir: sampleDir(),
      home: homedir(),
    }),
  );
  await app.whenReady();
  const engine = await starting;
  if (!engine.ok) {
    const words = wordsIn(nativeLanguage('system', app.getLocale()));
    dialog.showErrorBox(words.cannotStart, engine.error.message);
    app.exit(1);
    return;
  }
  desktop = new Desktop({ engine: engine.value, built, dataDir: dir });
  await desktop.open(asked);
}

/** The samples are kept beside the archive, as real files: their folder is shown, and opened elsewhere too. */
function sampleDir(): string {
  const folder = join(built, '../resources/samples');
  return app.isPackaged ? folder.replace('app.asar', 'app.asar.unpacked') : folder;
}
