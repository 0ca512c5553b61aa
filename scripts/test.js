// `npm test`: on any machine, everything from dependencies to end-to-end tests; stops at the first step that fails.
import './lib/check-node.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.js';
import { countsOf } from './lib/counts.js';
import { ensureDependencies } from './lib/dependencies.js';
import { mustSucceed, npm, root, run } from './lib/run.js';

const reports = mkdtempSync(join(tmpdir(), 'lectern-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

const script = (name) => async () => mustSucceed(await npm(['run', '--silent', name]), name);

/** A step that runs tests by a package's own command line, and counts them. */
function tests(cli, args, env) {
  return async () => {
    const file = join(reports, `${Date.now()}.json`);
    const ended = await run(process.execPath, [join(root, 'node_modules', cli), ...args(file)], {
      env: { ...process.env, ...env?.(file) },
    });
    const counts = countsOf(file);
    for (const key of Object.keys(total)) total[key] += counts[key];
    mustSucceed(ended, 'a test');
    if (counts.passed === 0) throw new Error('no test was run.');
  };
}

const vitest = (...projects) =>
  tests('vitest/vitest.mjs', (file) => [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);

const playwright = (project) =>
  tests(
    '@playwright/test/cli.js',
    () => ['test', '--project', project, '--reporter=list,json'],
    (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  );

const steps = [
  ['dependencies', ensureDependencies],
  ['browser', ensureBrowser],
  ['format', script('format:check')],
  ['lint', script('lint')],
  ['types', script('types')],
  ['unit', vitest('node', 'dom')],
  ['build', script('build')],
  ['contract', vitest('contract')],
  ['host', playwright('host')],
  ['end to end', playwright('browser')],
];

let failure = null;
for (const [name, step] of steps) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  try {
    await step();
  } catch (error) {
    failure = `${name}: ${error.message}`;
  }
  console.log(`=== ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (failure !== null) break;
}

rmSync(reports, { recursive: true, force: true });
if (failure !== null) {
  console.error(`\nFailed at ${failure}`);
  // A step that is no test, or that broke before its first one, counts as one.
  total.failed = Math.max(total.failed, 1);
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(failure === null ? 0 : 1);
