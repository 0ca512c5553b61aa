// `npm run fuzz -- [folder …] [--seconds N] [--seed N]`: bundles test/fuzz and runs it in a thread, watched from outside, so
// that an input that hangs is told too. Its last line on standard output is one JSON object.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundle } from './lib/bundle.js';
import { ensureDependencies } from './lib/dependencies.js';
import { root } from './lib/run.js';

const STILL_MS = 20_000;

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
  },
  allowPositionals: true,
});
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run fuzz -- [folder …] [--seconds N] [--seed N]');
  process.exit(2);
}

await ensureDependencies();
const folder = await bundle('lectern-fuzz', { fuzz: 'test/fuzz/fuzz.ts' });

const heartbeat = new SharedArrayBuffer(4);
const current = join(mkdtempSync(join(tmpdir(), 'lectern-fuzz-')), 'input');
const worker = new Worker(pathToFileURL(join(folder, 'fuzz.js')), {
  workerData: {
    folders: [join(root, 'test/fixtures'), join(root, 'resources/samples'), ...positionals],
    seconds,
    seed,
    heartbeat,
    current,
  },
});
console.log(`Fuzzing for ${seconds} s with seed ${seed} …`);

let seen = -1;
let still = Date.now();
const watch = setInterval(() => {
  const beat = Atomics.load(new Int32Array(heartbeat), 0);
  if (beat !== seen) [seen, still] = [beat, Date.now()];
  else if (Date.now() - still > STILL_MS) {
    console.error(`An input has been read for ${STILL_MS / 1000} s: ${current}`);
    console.log(
      JSON.stringify({ seed, inputs: beat, faults: [{ fault: 'it hangs', input: current }] }),
    );
    process.exit(1);
  }
}, 1000);

worker.on('error', (error) => {
  console.error(error);
  process.exit(1);
});
worker.on('message', (report) => {
  clearInterval(watch);
  for (const { fault, input } of report.faults) console.error(`${fault}\n  ${input}`);
  console.log(JSON.stringify(report));
  process.exitCode = report.faults.length > 0 || report.inputs === 0 ? 1 : 0;
});
