// Loaded into every thread of the app under test (`--import`): a disk on which each sync takes a while.
import { open } from 'node:fs/promises';
import { devNull } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const SYNC_MS = 700;
const handle = await open(devNull);
const prototype = Object.getPrototypeOf(handle);
await handle.close();

const { datasync } = prototype;
prototype.datasync = async function (...args) {
  await setTimeout(SYNC_MS);
  return datasync.apply(this, args);
};
