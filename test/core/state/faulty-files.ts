import type { Files, OpenFile } from '../../../src/core/state/files.ts';
import { nodeFiles } from '../../../src/core/state/files.ts';

export interface Operation {
  readonly name: keyof Files | `file.${keyof OpenFile}`;
  readonly path: string;
}

/**
 * A file system, the real one unless another is given, with an accident: `accident` sees every operation before it is done and throws to fail it. A
 * write that fails has written half of its bytes.
 */
export class FaultyFiles implements Files {
  accident: (operation: Operation) => void;
  readonly done: Operation[] = [];
  #running = new Set<Promise<unknown>>();
  #open = new Set<OpenFile>();
  readonly #files: Files;

  constructor(
    accident: (operation: Operation) => void = () => undefined,
    files: Files = nodeFiles,
  ) {
    this.accident = accident;
    this.#files = files;
  }

  /** Resolves once nothing has been under way for a while. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < 5; quiet++) {
      if (this.#running.size > 0) quiet = 0;
      await Promise.allSettled(this.#running);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Ends as a process does: waits for what is under way and closes what is open. */
  async end(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.allSettled(this.#running);
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const file of this.#open) await file.close();
  }

  read = (path: string) => this.#do('read', path, () => this.#files.read(path));
  size = (path: string) => this.#do('size', path, () => this.#files.size(path));
  list = (folder: string) => this.#do('list', folder, () => this.#files.list(folder));
  makeFolder = (folder: string) =>
    this.#do('makeFolder', folder, () => this.#files.makeFolder(folder));
  rename = (from: string, to: string) => this.#do('rename', to, () => this.#files.rename(from, to));
  remove = (path: string) => this.#do('remove', path, () => this.#files.remove(path));
  syncFolder = (folder: string) =>
    this.#do('syncFolder', folder, () => this.#files.syncFolder(folder));

  open = (path: string, mode: 'new' | 'replace'): Promise<OpenFile> =>
    this.#do('open', path, async () => {
      const file = await this.#files.open(path, mode);
      this.#open.add(file);
      return {
        write: (bytes, position) =>
          this.#do(
            'file.write',
            path,
            () => file.write(bytes, position),
            () => file.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), position),
          ),
        truncate: (size) => this.#do('file.truncate', path, () => file.truncate(size)),
        datasync: () => this.#do('file.datasync', path, () => file.datasync()),
        close: () => {
          // A descriptor is gone, whatever a failed close says.
          const close = (): Promise<void> => {
            this.#open.delete(file);
            return file.close();
          };
          return this.#do('file.close', path, close, close);
        },
      };
    });

  #do<T>(
    name: Operation['name'],
    path: string,
    run: () => Promise<T>,
    whenFailing: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<T> {
    const running = (async () => {
      try {
        this.accident({ name, path });
      } catch (error) {
        await whenFailing();
        throw error;
      }
      const result = await run();
      this.done.push({ name, path });
      return result;
    })();
    this.#running.add(running);
    const forget = (): void => void this.#running.delete(running);
    running.then(forget, forget);
    return running;
  }
}

/** The error of a system call that failed with that code. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: the test said so`), { code });
}
