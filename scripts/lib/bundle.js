import { join } from 'node:path';
import { root } from './run.js';

/** Bundles entries (name → path from the project's root) for Node into a cache folder of that name; gives its path. */
export async function bundle(name, entries) {
  const { build } = await import('vite');
  const folder = join(root, 'node_modules/.cache', name);
  const input = Object.fromEntries(
    Object.entries(entries).map(([entry, path]) => [entry, join(root, path)]),
  );
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  });
  return folder;
}
