// `npm run bench -- [folder] [--papers N] [--json file]`: bundles test/bench, builds what is measured, and runs it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/built.js';
import { ensureDependencies } from './lib/dependencies.js';
import { root } from './lib/run.js';

await ensureDependencies();
await ensureBuilt();

const { build } = await import('vite');
const folder = join(root, 'node_modules/.cache/lectern');
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    outDir: folder,
    emptyOutDir: true,
    rollupOptions: {
      input: {
        bench: join(root, 'test/bench/bench.ts'),
        'memory-probe': join(root, 'test/bench/memory-probe.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
const { bench } = await import(pathToFileURL(join(folder, 'bench.js')).href);
try {
  await bench(join(root, 'out/main/engine.js'), process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // An engine that is still open would keep the process.
  process.exit(1);
}
