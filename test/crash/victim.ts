/** The process that is killed: the real engine in its thread, as a host has it. Arguments: engine.js and the data folder. */
import { startEngine } from '../../src/core/thread/client.ts';
import type { FromVictim, ToVictim } from './protocol.ts';

const [file = '', dataDir = ''] = process.argv.slice(2);
const send = (message: FromVictim): void => void process.send?.(message);

const engine = await startEngine({
  file,
  dataDir,
  movable: true,
  sampleDir: dataDir,
  home: dataDir,
});
process.on('message', (message: ToVictim) => {
  if (message.kind === 'close') {
    void engine.close().then(() => send({ kind: 'closed' }));
    return;
  }
  const { id, method, input } = message;
  void engine.request(method, input).then((result) => {
    // Most answers are long and of no interest here: only a backup's text is looked at.
    const value = result.ok && method === 'data.backupFile' ? result.value : null;
    send({ kind: 'answer', id, error: result.ok ? null : result.error.code, value });
  });
});
send({ kind: 'ready' });
