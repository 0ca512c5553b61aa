// `npm run bench -- [folder] [--papers N] [--json file]`: bundles test/bench, builds what is measured, and runs it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/built.js';
import { bundle } from './lib/bundle.js';
import { ensureDependencies } from './lib/dependencies.js';
import { root } from './lib/run.js';

await ensureDependencies();
await ensureBuilt();

const folder = await bundle('lectern', {
  bench: 'test/bench/bench.ts',
  'memory-probe': 'test/bench/memory-probe.ts',
});
const { bench } = await import(pathToFileURL(join(folder, 'bench.js')).href);
try {
  await bench(join(root, 'out/main/engine.js'), process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // An engine that is still open would keep the process.
  process.exit(1);
}
