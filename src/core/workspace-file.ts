import { join } from 'node:path';
import type { Workspace } from '../shared/contract.ts';
import type { Instant } from '../shared/model.ts';
import { workspace } from '../shared/schemas.ts';
import { failingAs } from './state/failures.ts';
import type { Files } from './state/files.ts';
import { nodeFiles, writeThenName } from './state/files.ts';
import { setAside } from './state/set-aside.ts';

/** What the window keeps of its own look between two starts. To lose it is harmless, so it needs no journal. */
export class WorkspaceFile {
  readonly #dir: string;
  readonly #now: () => Instant;
  readonly #mayWrite: () => boolean;
  readonly #files: Files;
  /** A damaged file is still there under the name: it has to be set aside before anything is written. */
  #damaged = false;
  #writing: Promise<void> = Promise.resolve();

  /** mayWrite: false while another Lectern has the folder; what would be written is then forgotten. */
  constructor(
    dataDir: string,
    now: () => Instant,
    mayWrite: () => boolean = () => true,
    files: Files = nodeFiles,
  ) {
    this.#dir = dataDir;
    this.#now = now;
    this.#mayWrite = mayWrite;
    this.#files = files;
  }

  get #path(): string {
    return join(this.#dir, 'workspace.json');
  }

  /** What was written last; {} when nothing was. A damaged file is set aside. Errors: read-failed. */
  async read(): Promise<Workspace> {
    return failingAs('read-failed', this.#path, async () => {
      const bytes = await this.#files.read(this.#path);
      if (bytes === null) return {};
      const value = parsed(bytes.toString('utf8'));
      if (value !== null) return value;
      this.#damaged = true;
      // Refused by the disk, it is tried again before the next write, which tells.
      if (this.#mayWrite()) await this.#putAside().catch(() => undefined);
      return {};
    });
  }

  /** Replaces what was written; the file is whole at any moment. Writes go one after the other. Errors: write-failed. */
  write(value: Workspace): Promise<void> {
    if (!this.#mayWrite()) return Promise.resolve();
    const writing = this.#writing.then(() =>
      failingAs('write-failed', this.#path, async () => {
        await this.#putAside();
        await writeThenName(this.#files, this.#path, Buffer.from(JSON.stringify(value)));
      }),
    );
    const ended = (): void => undefined;
    this.#writing = writing.then(ended, ended);
    return writing;
  }

  async #putAside(): Promise<void> {
    if (!this.#damaged) return;
    await setAside(this.#files, this.#path, this.#now());
    this.#damaged = false;
  }
}

function parsed(text: string): Workspace | null {
  try {
    return workspace.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
