/** The way from the fake to the test that started it, and what the test decided about this machine. */
import { Rpc } from '../rpc.ts';

export interface Machine {
  readonly packaged: boolean;
  readonly locale: string;
  readonly userData: string;
  readonly documents: string;
  /** What the system opens with the app, as macOS does. */
  readonly openFile?: string;
  readonly workAreas: readonly { x: number; y: number; width: number; height: number }[];
}

export const machine = JSON.parse(process.env['FAKE_ELECTRON'] ?? 'null') as Machine;

const send = process.send?.bind(process);
if (send === undefined) throw new Error('the fake runs only as a child of a test');

export const test = new Rpc({
  send: (message) => {
    send(message);
  },
  onMessage: (listener) => process.on('message', listener),
});

// A test that died takes its app along.
process.on('disconnect', () => process.exit(99));

export function requireThat(condition: boolean, message: string): asserts condition {
  if (!condition) throw new TypeError(message);
}
