/** Lets a test end the app's threads, as a crash would. */
import { syncBuiltinESMExports } from 'node:module';
import threads, { Worker } from 'node:worker_threads';
import { test } from './host.ts';

const started = new Set<Worker>();

threads.Worker = class extends Worker {
  constructor(...args: ConstructorParameters<typeof Worker>) {
    super(...args);
    started.add(this);
  }
};
syncBuiltinESMExports();

test.on('threads.end', async () => {
  for (const thread of started) await thread.terminate();
});
