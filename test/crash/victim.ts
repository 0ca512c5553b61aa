/** The process that is killed: the real engine in its thread, as a host has it. Arguments: engine.js and the data folder. */
import { startEngine } from '../../src/core/thread/client.ts';
import type { FromVictim, ToVictim } from './protocol.ts';

const [file = '', dataDir = ''] = process.argv.slice(2);
const send = (message: FromVictim): void => void process.send?.(message);

const engine = await startEngine({ file, dataDir, sampleDir: dataDir, home: dataDir });
process.on('message', (message: ToVictim) => {
  if (message.kind === 'close') {
    void engine.close().then(() => send({ kind: 'closed' }));
    return;
  }
  const { id, change } = message;
  void engine.request('state.change', { change }).then((result) => {
    send({ kind: 'answer', id, error: result.ok ? null : result.error.code });
  });
});
send({ kind: 'ready' });
