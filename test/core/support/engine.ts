/** A whole engine on a temporary folder, for tests. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AppEvent, EngineMethod, Input, Output } from '../../../src/shared/contract.ts';
import { plainChoice } from '../../../src/shared/export-formats.ts';
import { Reader } from '../../../src/core/reader.ts';
import type { ExportChoice, ExportFormat, Query } from '../../../src/shared/model.ts';

export const ALL: Query = {
  view: { kind: 'all' },
  search: '',
  sort: 'auto',
  descending: true,
  group: 'none',
  unreadOnly: false,
};

export interface PaperText {
  readonly title: string;
  readonly arxiv?: string;
  readonly votes?: number;
  readonly authors?: string;
  readonly media?: string;
  readonly text?: string;
}

/** A day's digest in the shape of the daily papers. */
export function digestText(date: string, papers: readonly PaperText[]): string {
  const blocks = papers.map(({ title, arxiv, votes, authors, media, text }) =>
    [
      `### [${title}](https://arxiv.org/abs/${arxiv ?? '2401.00001'})`,
      ...(media === undefined ? [] : [`![](${media})`]),
      ...(votes === undefined ? [] : [`Vote: ${votes}`]),
      ...(authors === undefined ? [] : [`Authors: ${authors}`]),
      text ?? '- 요약입니다.',
    ].join('\n\n'),
  );
  return `## Daily Papers (${date})\n\n${blocks.join('\n\n')}\n`;
}

export class TestEngine {
  readonly events: AppEvent[] = [];
  readonly root: string;
  #reader: Reader | null = null;
  #waiting = new Set<() => void>();

  private constructor(root: string) {
    this.root = root;
  }

  static async create(): Promise<TestEngine> {
    return new TestEngine(await mkdtemp(join(tmpdir(), 'lectern-engine-')));
  }

  path(...parts: readonly string[]): string {
    return join(this.root, ...parts);
  }

  /** Writes a file below the temporary root, folders included; gives its path. */
  async write(path: string, text: string | Uint8Array): Promise<string> {
    const full = this.path(path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text);
    return full;
  }

  async start(): Promise<void> {
    this.#reader = await Reader.open({
      dataDir: this.path('data'),
      sampleDir: this.path('sample'),
      home: this.root,
      now: () => Date.now(),
      emit: (event) => {
        this.events.push(event);
        for (const check of this.#waiting) check();
      },
    });
  }

  async stop(): Promise<void> {
    await this.#reader?.close();
    this.#reader = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.root, { recursive: true, force: true });
  }

  call<M extends EngineMethod>(method: M, input: Input<M>): Promise<Output<M>> {
    if (this.#reader === null) throw new Error('the engine is not started');
    return this.#reader.call(method, input);
  }

  /** Resolves once an event from now on passes the test. */
  event(test: (event: AppEvent) => boolean): Promise<AppEvent> {
    const from = this.events.length;
    return new Promise((resolve) => {
      const check = (): void => {
        const found = this.events.slice(from).find(test);
        if (found === undefined) return;
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
    });
  }

  /** Resolves once the condition holds, looked at again after every event. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    for (;;) {
      const next = this.event(() => true);
      if (await holds()) return;
      await next;
    }
  }

  /** The end of the next scan. */
  scanned(): Promise<AppEvent> {
    return this.event((event) => event.type === 'scan' && event.progress.state !== 'running');
  }

  /** Opens a folder below the root and waits until it is scanned. */
  async openFolder(path: string) {
    const scanned = this.scanned();
    const folder = await this.call('folders.open', { path: this.path(path) });
    await scanned;
    return folder;
  }

  /** Titles of a query's rows, at most 500. */
  async titles(query: Partial<Query> = {}): Promise<readonly string[]> {
    const { result } = await this.call('query.open', {
      query: { ...ALL, ...query },
      keep: null,
      locate: null,
    });
    const rows = await this.call('query.rows', { result, offset: 0, limit: 500 });
    return rows.map(({ title }) => title);
  }
}

/** A format with nothing asked for. */
export const choiceOf = (format: ExportFormat): ExportChoice => plainChoice(format, 'en');
