// `npm run crash -- [--rounds N] [--seed N]`: bundles test/crash, builds the engine and kills it N times. Its last line on
// standard output is one JSON object.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/built.js';
import { ensureDependencies } from './lib/dependencies.js';
import { root } from './lib/run.js';

await ensureDependencies();
await ensureBuilt();

const { build } = await import('vite');
const folder = join(root, 'node_modules/.cache/lectern-crash');
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
        crash: join(root, 'test/crash/crash.ts'),
        victim: join(root, 'test/crash/victim.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
const { crash } = await import(pathToFileURL(join(folder, 'crash.js')).href);
try {
  const good = await crash(
    join(folder, 'victim.js'),
    join(root, 'out/main/engine.js'),
    process.argv.slice(2),
  );
  process.exitCode = good ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
