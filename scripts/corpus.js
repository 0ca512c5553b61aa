// `npm run corpus -- <folder> [--json]`: the built src/core/library/corpus-cli.ts, built first when it is stale.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const built = new URL('../out/main/corpus.js', import.meta.url);
const prepare = `
  import { ensureDependencies } from './scripts/lib/dependencies.js';
  import { ensureBuilt } from './scripts/lib/built.js';
  await ensureDependencies();
  await ensureBuilt();
`;

// Apart, so that whatever it prints goes to standard error: standard output is the report's.
const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', prepare], {
  cwd: new URL('..', import.meta.url),
  stdio: ['ignore', 2, 2],
});
if (status === 0 && existsSync(built)) await import(built.href);
else process.exitCode = status ?? 1;
