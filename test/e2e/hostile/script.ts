/** Builds what runs in the page: test/renderer/hostile. */
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { root } from '../../contract/hosts.ts';

/** What a script of test/renderer/hostile is built to: `/script.js`, `/style.css` and what that asks for, by path. */
export async function pageFiles(
  name: 'probe' | 'harness',
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: '/',
    build: {
      write: false,
      minify: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(root, `test/renderer/hostile/${name}.ts`),
        output: { format: 'iife', entryFileNames: 'script.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  return new Map(
    output.map((file) => [
      file.fileName.endsWith('.css') ? '/style.css' : `/${file.fileName}`,
      file.type === 'chunk' ? file.code : file.source,
    ]),
  );
}
