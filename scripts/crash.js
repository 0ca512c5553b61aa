// `npm run crash -- [--rounds N] [--seed N]`: bundles test/crash, builds the engine and kills it N times. Its last line on
// standard output is one JSON object.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/built.js';
import { bundle } from './lib/bundle.js';
import { ensureDependencies } from './lib/dependencies.js';
import { root } from './lib/run.js';

await ensureDependencies();
await ensureBuilt();

const folder = await bundle('lectern-crash', {
  crash: 'test/crash/crash.ts',
  victim: 'test/crash/victim.ts',
  clock: 'test/crash/clock.ts',
});
const { crash } = await import(pathToFileURL(join(folder, 'crash.js')).href);
try {
  const files = {
    script: join(folder, 'victim.js'),
    clock: join(folder, 'clock.js'),
    engine: join(root, 'out/main/engine.js'),
    fixture: join(root, 'test/fixtures/state/v1'),
  };
  const good = await crash(files, process.argv.slice(2));
  process.exitCode = good ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
