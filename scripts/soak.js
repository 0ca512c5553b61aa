// `npm run soak -- [--minutes N] [--papers N] [--seed N] [--snapshots FOLDER]`: bundles test/soak, builds the app and uses it
// at random, in a real browser, for N minutes after a warm-up. Its last line on standard output is one JSON object.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBrowser } from './lib/browser.js';
import { ensureBuilt } from './lib/built.js';
import { bundle } from './lib/bundle.js';
import { ensureDependencies } from './lib/dependencies.js';
import { root } from './lib/run.js';

await ensureDependencies();
await ensureBuilt();
const browser = await ensureBrowser();

const folder = await bundle('lectern-soak', {
  soak: 'test/soak/soak.ts',
  probe: 'test/soak/probe.ts',
});
const { soak } = await import(pathToFileURL(join(folder, 'soak.js')).href);
try {
  const good = await soak(
    { cli: join(root, 'out/main/lectern.js'), probe: join(folder, 'probe.js'), browser },
    process.argv.slice(2),
  );
  process.exitCode = good ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
