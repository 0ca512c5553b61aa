// Loaded into every thread of a host under test (`--import`): while the file that LECTERN_TEST_FAULT names holds an error
// code, every write to an open file fails with it, as a full or failing disk's would.
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { devNull } from 'node:os';

const handle = await open(devNull);
const prototype = Object.getPrototypeOf(handle);
await handle.close();

function faultNow() {
  try {
    return readFileSync(process.env['LECTERN_TEST_FAULT'], 'utf8').trim();
  } catch {
    return '';
  }
}

for (const name of ['write', 'datasync', 'sync']) {
  const real = prototype[name];
  prototype[name] = function (...args) {
    const code = faultNow();
    if (code === '') return real.apply(this, args);
    return Promise.reject(Object.assign(new Error(`${code}: the test said so`), { code }));
  };
}
