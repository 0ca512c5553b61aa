/** The engine as a host has it, with the waits that measuring needs. */
import { startEngine, type Engine } from '../../src/core/thread/client.ts';
import type { AppEvent } from '../../src/shared/contract.ts';
import type { PaperId, Query, ResultInfo } from '../../src/shared/model.ts';

export const ALL: Query = {
  view: { kind: 'all' },
  search: '',
  sort: 'auto',
  descending: true,
  unreadOnly: false,
};

/** An event that was missed must not make a measurement wait for ever. */
const LOOK_AGAIN_MS = 250;

export class Session {
  readonly engine: Engine;

  private constructor(engine: Engine) {
    this.engine = engine;
  }

  static async start(file: string, dataDir: string): Promise<Session> {
    return new Session(await startEngine({ file, dataDir, sampleDir: dataDir, home: dataDir }));
  }

  /** Resolves when `look` is true; looks at once and after each event. */
  until(look: (event: AppEvent | null) => boolean | Promise<boolean>): Promise<void> {
    return new Promise((resolve, reject) => {
      const ask = (event: AppEvent | null): void => {
        Promise.resolve(look(event)).then((done) => {
          if (!done) return;
          stop();
          clearInterval(again);
          resolve();
        }, reject);
      };
      const again = setInterval(() => ask(null), LOOK_AGAIN_MS);
      const stop = this.engine.listen(ask);
      ask(null);
    });
  }

  /** Resolves when a scan that runs or begins has ended. Rejects when it failed. */
  scanned(): Promise<void> {
    return this.until((event) => {
      if (event?.type !== 'scan') return false;
      if (event.progress.state === 'failed') throw new Error('the scan failed');
      return event.progress.state === 'done';
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

  /** Resolves when every paper can be found: what excludes only what is nowhere finds all that is indexed. */
  async searchable(): Promise<void> {
    const total = await this.total();
    await this.until(async () => (await this.search('-"\u{10fffd}"')).total === total);
  }

  async ids(): Promise<readonly PaperId[]> {
    const { result } = await this.open(ALL);
    return this.engine.call('query.ids', { result, part: 'all', index: 0 });
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}
