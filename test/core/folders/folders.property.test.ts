import { mkdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Folders } from '../../../src/core/folders/folders.ts';
import { folderIdOf } from '../../../src/core/library/folder-id.ts';
import { LibraryStore } from '../../../src/core/library/library-store.ts';
import { Library } from '../../../src/core/library/library.ts';
import { scanFolder } from '../../../src/core/library/scan.ts';
import { digestOf, tempFolder } from '../library/temp-folder.ts';

type Operation =
  | { readonly kind: 'write'; readonly path: string; readonly papers: readonly number[] }
  /** Same size, and the time set back. */
  | { readonly kind: 'disguise'; readonly path: string; readonly paper: number }
  | { readonly kind: 'remove' | 'empty'; readonly path: string }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly kind: 'rescan' | 'cancel' | 'restart' | 'wait' }
  | { readonly kind: 'turns'; readonly turns: number };

const folder = fc.constantFrom('', 'a/', 'a/b/', 'c.d/', '새 폴더/');
const file = fc
  .tuple(folder, fc.constantFrom('1.md', '2.md', '논문.md', '.hidden.md', 'x.pdf'))
  .map((parts) => parts.join(''));
const any = fc.oneof(file, fc.constantFrom('a', 'a/b', 'c.d', '새 폴더', 'link'));
const paper = fc.integer({ min: 1, max: 6 });

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      path: file,
      papers: fc.array(paper, { maxLength: 4 }),
    }),
  },
  fc.record({ kind: fc.constant('disguise' as const), path: file, paper }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'empty' as const), path: any }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('rename' as const, 'link' as const),
      path: any,
      to: any,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'rescan' as const,
        'cancel' as const,
        'restart' as const,
        'wait' as const,
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('turns' as const),
      turns: fc.integer({ min: 1, max: 30 }),
    }),
  },
);

/** The opened folder with its own cache; can be restarted, as the app is. */
class Opened {
  library = new Library();
  readonly id;
  readonly #root: string;
  readonly #store: LibraryStore;
  #folders: Folders;

  constructor(root: string, cache: string) {
    this.#root = root;
    this.id = folderIdOf(root);
    this.#store = new LibraryStore(cache);
    this.#folders = this.#open();
  }

  #open(): Folders {
    const folders = new Folders({
      library: this.library,
      store: this.#store,
      emit: () => undefined,
      onPapers: () => undefined,
    });
    folders.open(this.#root);
    return folders;
  }

  async restart(): Promise<void> {
    await this.#folders.stop();
    this.library = new Library();
    this.#folders = this.#open();
  }

  rescan = (): void => this.#folders.rescan(this.id);
  cancel = (): void => this.#folders.cancelScan(this.id);
  scanned = (): Promise<void> => this.#folders.scanned();
  stop = (): Promise<void> => this.#folders.stop();
}

async function perform(root: string, opened: Opened, operation: Operation): Promise<void> {
  const at = (path: string): string => join(root, path);
  switch (operation.kind) {
    case 'write':
      await mkdir(dirname(at(operation.path)), { recursive: true });
      await writeFile(at(operation.path), digestOf('2024-02-05', ...operation.papers));
      return;
    case 'disguise': {
      const { atime, mtime } = await stat(at(operation.path));
      await writeFile(at(operation.path), digestOf('2024-02-05', operation.paper));
      await utimes(at(operation.path), atime, mtime);
      return;
    }
    case 'remove':
      await rm(at(operation.path), { recursive: true });
      return;
    case 'empty':
      await rm(at(operation.path), { recursive: true });
      await mkdir(at(operation.path));
      return;
    case 'rename':
      await rename(at(operation.path), at(operation.to));
      return;
    case 'link':
      await symlink(at(operation.path), at(operation.to));
      return;
    case 'rescan':
      opened.rescan();
      return;
    case 'cancel':
      opened.cancel();
      return;
    case 'restart':
      await opened.restart();
      return;
    case 'wait':
      await opened.scanned();
      return;
    case 'turns':
      for (let turn = 0; turn < operation.turns; turn += 1) await setImmediate();
      return;
  }
}

/** What a library built from nothing makes of the folder. */
async function fromScratch(root: string): Promise<Library> {
  const library = new Library();
  await scanFolder({
    root,
    known: new Map(),
    signal: new AbortController().signal,
    onFiles: (files) => void library.setFiles(folderIdOf(root), files),
    onRemoved: () => undefined,
    onProgress: () => undefined,
  });
  return library;
}

/** Files without their times, and papers. */
function contents(library: Library, id: string) {
  const files = [...library.files(id).values()].map(({ path, format, papers, problems }) => ({
    path,
    format,
    papers,
    problems,
  }));
  return {
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    papers: new Map([...library.papers].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

it('whatever happens to a folder while it is scanned, at rest the library is as one built from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 30 }), async (operations) => {
      const root = await tempFolder({ 'a/b/1.md': digestOf('2024-02-05', 1), '2.md': '' });
      const opened = new Opened(root, await tempFolder());
      try {
        for (const operation of operations) {
          // What cannot be done (there is no such file) is not done.
          await perform(root, opened, operation).catch((error: unknown) => {
            if (!(error instanceof Error && 'code' in error)) throw error;
          });
        }
        opened.rescan();
        await opened.scanned();
        const expected = contents(await fromScratch(root), opened.id);
        expect(contents(opened.library, opened.id)).toEqual(expected);
        await opened.restart();
        await opened.scanned();
        expect(contents(opened.library, opened.id)).toEqual(expected);
      } finally {
        await opened.stop();
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);
