import { defineConfig } from 'electron-vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';

// Everything is bundled (externalizeDeps off), so a package holds `out/` and no node_modules.
const node = {
  externalizeDeps: false,
  target: 'node20.19',
  sourcemap: false,
  reportCompressedSize: false,
} as const;

export default defineConfig({
  main: {
    build: {
      ...node,
      rollupOptions: {
        // The Electron host, the browser host's command line, the engine's worker thread that both start, and a tool.
        input: {
          index: 'src/main/index.ts',
          lectern: 'src/server/cli.ts',
          engine: 'src/core/thread/worker.ts',
          corpus: 'src/core/library/corpus-cli.ts',
        },
        external: ['electron', 'bufferutil', 'utf-8-validate'],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      ...node,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [svelte()],
    build: {
      target: 'chrome140',
      minify: true,
      reportCompressedSize: false,
      // Nothing inline: the content security policy allows no data: scripts and styles.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
});
