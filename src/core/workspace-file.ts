import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workspace } from '../shared/contract.ts';
import type { Instant } from '../shared/model.ts';
import { workspace } from '../shared/schemas.ts';
import { failingAs } from './state/failures.ts';
import { errorCode, nodeFiles, writeThenName } from './state/files.ts';
import { setAside } from './state/set-aside.ts';

/** What the window keeps of its own look between two starts. To lose it is harmless, so it needs no journal. */
export class WorkspaceFile {
  readonly #dir: string;
  readonly #now: () => Instant;
  readonly #mayWrite: () => boolean;
  #writing: Promise<void> = Promise.resolve();

  /** mayWrite: false while another Lectern has the folder; what would be written is then forgotten. */
  constructor(dataDir: string, now: () => Instant, mayWrite: () => boolean = () => true) {
    this.#dir = dataDir;
    this.#now = now;
    this.#mayWrite = mayWrite;
  }

  get #path(): string {
    return join(this.#dir, 'workspace.json');
  }

  /** What was written last; {} when nothing was. A damaged file is set aside. Errors: read-failed. */
  async read(): Promise<Workspace> {
    return failingAs('read-failed', this.#path, async () => {
      const text = await this.#text();
      if (text === null) return {};
      const value = parsed(text);
      if (value === null && this.#mayWrite()) await setAside(nodeFiles, this.#path, this.#now());
      return value ?? {};
    });
  }

  /** Replaces what was written; the file is whole at any moment. Writes go one after the other. Errors: write-failed. */
  write(value: Workspace): Promise<void> {
    if (!this.#mayWrite()) return Promise.resolve();
    const writing = this.#writing.then(() =>
      failingAs('write-failed', this.#path, async () => {
        await writeThenName(nodeFiles, this.#path, Buffer.from(JSON.stringify(value)));
      }),
    );
    const ended = (): void => undefined;
    this.#writing = writing.then(ended, ended);
    return writing;
  }

  async #text(): Promise<string | null> {
    try {
      return await readFile(this.#path, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }
}

function parsed(text: string): Workspace | null {
  try {
    return workspace.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
