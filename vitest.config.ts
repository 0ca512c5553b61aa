import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// Generous: a busy machine is no failure. A project takes them over only when it says so.
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          ...timeouts,
          include: ['test/{core,shared,server,main,scripts,styles}/**/*.test.ts'],
        },
      },
      {
        // What needs the build: the hosts as they are started.
        test: {
          name: 'contract',
          environment: 'node',
          ...timeouts,
          include: ['test/contract/**/*.test.ts'],
        },
      },
      {
        // Exports read by LaTeX, pandoc and others, which npm test does not need: `npm run test:interop`.
        test: {
          name: 'interop',
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 60_000,
          include: ['test/interop/**/*.test.ts'],
        },
      },
      {
        plugins: [svelte(), svelteTesting()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          // One page for all files of a worker: making each its own took longer than the tests. They clean up by themselves.
          isolate: false,
          ...timeouts,
          include: ['test/renderer/**/*.test.ts'],
          setupFiles: ['test/renderer/setup.ts'],
        },
      },
    ],
  },
});
