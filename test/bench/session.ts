/** The engine as a host has it, with the waits that measuring needs. */
import { startEngine, type Engine } from '../../src/core/thread/client.ts';
import { timed } from './statistics.ts';
import type { PaperId, Query, ResultInfo } from '../../src/shared/model.ts';

export const ALL: Query = {
  view: { kind: 'all' },
  search: '',
  sort: 'auto',
  descending: true,
  group: 'none',
  unreadOnly: false,
};

/** An event that was missed must not make a measurement wait for ever. */
const LOOK_AGAIN_MS = 250;
/** How long the engine lets a search wait for its index. */
const INDEX_WAIT_MS = 300;
/** Characters of private use. */
const NOWHERE = '\u{10fffd}\u{10fffd}';

export class Session {
  readonly engine: Engine;

  private constructor(engine: Engine) {
    this.engine = engine;
  }

  static async start(file: string, dataDir: string): Promise<Session> {
    return new Session(await startEngine({ file, dataDir, sampleDir: dataDir, home: dataDir }));
  }

  /** Resolves when `look` is true; looks at once and after events, one look at a time. */
  async until(look: () => Promise<boolean>): Promise<void> {
    let told = (): void => undefined;
    const stop = this.engine.listen(() => told());
    try {
      for (;;) {
        const next = new Promise<void>((resolve) => {
          told = resolve;
          setTimeout(resolve, LOOK_AGAIN_MS).unref();
        });
        if (await look()) return;
        await next;
      }
    } finally {
      stop();
    }
  }

  /** Resolves when a scan that runs or begins has ended. Rejects when it failed. */
  scanned(): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.engine.listen((event) => {
        if (event.type !== 'scan' || event.progress.state === 'running') return;
        stop();
        if (event.progress.state === 'done') resolve();
        else reject(new Error(`The scan of the folder ${event.progress.state}.`));
      });
    });
  }

  open(query: Query): Promise<ResultInfo> {
    return this.engine.call('query.open', { query, keep: null, locate: null });
  }

  search(text: string): Promise<ResultInfo> {
    return this.open({ ...ALL, search: text });
  }

  async total(): Promise<number> {
    return (await this.engine.call('library.outline', {})).all.total;
  }

  /**
   * Resolves when every paper can be found. A search waits a while for an index that is behind, so that a quick answer
   * tells that it may have caught up; that all is found without what is nowhere tells that it has.
   */
  async searchable(): Promise<void> {
    const total = await this.total();
    for (;;) {
      const wait = await timed(() => this.search(NOWHERE));
      if (wait < INDEX_WAIT_MS / 2 && (await this.search(`-${NOWHERE}`)).total === total) return;
    }
  }

  async ids(): Promise<readonly PaperId[]> {
    const { result } = await this.open(ALL);
    return this.engine.call('query.ids', { result, part: 'all', index: 0 });
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}
