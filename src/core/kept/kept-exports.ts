/** Exports that follow every change: a folder is kept as a list, a search or everything is now. */
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AppEvent } from '../../shared/contract.ts';
import {
  AppError,
  attempt,
  fromErrorInfo,
  toErrorInfo,
  type ErrorInfo,
} from '../../shared/errors.ts';
import { exportFormats } from '../../shared/export-formats.ts';
import type {
  Instant,
  KeptExport,
  KeptExportInfo,
  Problem,
  ReadingList,
} from '../../shared/model.ts';
import { READ_NEXT } from '../../shared/model.ts';
import { Debounce } from '../../shared/debounce.ts';
import { exportFiles, exportText } from '../export/export.ts';
import { fileName } from '../export/file-name.ts';
import type { NamedText } from '../export/obsidian.ts';
import type { Exports } from '../exports.ts';
import type { Results } from '../query/results.ts';
import { failingAs } from '../state/failures.ts';
import type { Files } from '../state/files.ts';
import { findList } from '../state/list-changes.ts';
import { followedSearch } from './followed-search.ts';
import { KeptFiles, type Remembered } from './kept-file.ts';
import { suitableFolder, type Forbidden } from './suitable-folder.ts';
import { writeFolder } from './write-folder.ts';

export interface KeptExportsOptions {
  /** Where it is remembered what is kept. */
  readonly dir: string;
  readonly home: string;
  readonly files: Files;
  readonly now: () => Instant;
  readonly emit: (event: AppEvent) => void;
  /** False while reader state can only be read: then nothing is written. */
  readonly writable: () => boolean;
  readonly exports: Pick<Exports, 'gather' | 'optionsOf'>;
  readonly results: Pick<Results, 'all' | 'prepare'>;
  readonly lists: () => readonly ReadingList[];
  /** Where no export may be written. */
  readonly forbidden: () => Forbidden;
  /** Resolves when nothing that opened folders hold is still to be read. */
  readonly ready: () => Promise<void>;
  /** The path of an opened folder whose papers, or their texts, are not all known; null when there is none. */
  readonly unread: () => string | null;
  readonly quietMs?: number;
  readonly retryMs?: number;
  readonly patienceMs?: number;
}

interface Kept {
  remembered: Remembered;
  error: ErrorInfo | null;
  taken: readonly string[];
}

/** Changes in a row are written once; who goes on changing sees them all the same. */
const QUIET_MS = 2_000;
const MOST_TIMES = 10;
const RETRY_MS = 30_000;
const READY_MS = 1_000;
/** How long who asks for a new one waits for it to be written. */
const PATIENCE_MS = 2_000;
/** Names that are told of; older ones are forgotten, the files stay. */
const TOLD_ASIDE = 20;

export class KeptExports {
  readonly #options: KeptExportsOptions;
  readonly #store: KeptFiles;
  readonly #kept = new Map<string, Kept>();
  readonly #changes: Debounce;
  #work: Promise<unknown> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #broken: readonly string[] = [];
  #unread: readonly Problem[] = [];
  #dirty = false;
  #closed = false;

  constructor(options: KeptExportsOptions) {
    this.#options = options;
    this.#store = new KeptFiles(options.files, options.dir, options.now);
    const quiet = options.quietMs ?? QUIET_MS;
    this.#changes = new Debounce(() => void this.#writeAll(), {
      quiet,
      most: quiet * MOST_TIMES,
    });
  }

  /** Reads what is to be kept. Never rejects: what cannot be read is told, and no reason not to start. */
  async load(): Promise<void> {
    const { dir, writable } = this.#options;
    const read = await attempt(() =>
      failingAs('read-failed', dir, () => this.#store.read(writable())),
    );
    if (!read.ok) {
      this.#unread = [problem('export-not-kept', dir, read.error.message)];
      return;
    }
    const { all, broken } = read.value;
    this.#broken = broken;
    for (const remembered of all) {
      this.#kept.set(remembered.kept.id, { remembered, error: null, taken: [] });
    }
    this.changed();
  }

  get list(): readonly KeptExportInfo[] {
    return [...this.#kept.values()].map(infoOf);
  }

  get problems(): readonly Problem[] {
    const failed = [...this.#kept.values()].flatMap(({ error, remembered }) =>
      error === null || error.code === 'export-waits'
        ? []
        : [problem('export-not-kept', remembered.kept.folder, error.message)],
    );
    const broken = this.#broken.map((file) =>
      problem(
        'export-not-kept',
        file,
        'What was to be kept here could not be read; it was set aside.',
      ),
    );
    return [...failed, ...broken, ...this.#unread];
  }

  /** Something that exports hold may have changed. */
  changed(): void {
    if (this.#kept.size === 0 || this.#closed) return;
    this.#dirty = true;
    this.#changes.ask();
  }

  /**
   * Keeps a folder from now on, and writes it at once (a very large one goes on behind the answer); of an id that is there
   * already, otherwise than before. Errors: read-only, not-found, folder-missing, not-a-folder, folder-unreadable, inside-digest-folder, place-unsuitable,
   * export-there, template-invalid, write-failed: nothing is kept then.
   */
  async put(asked: KeptExport): Promise<KeptExportInfo> {
    this.#refuseReadOnly();
    const folder = await this.#suitable(asked.folder);
    const kept = { ...asked, folder, file: this.#fileName(asked) };
    await this.#soonReady();
    const asking = { waits: true };
    const first = this.#then(() => this.#begin(kept, asking));
    // A very large export is written on: how it went is then told like all else.
    const enough = setTimeout(this.#options.patienceMs ?? PATIENCE_MS, null, { ref: false });
    const written = await Promise.race([first, enough]);
    const one = this.#kept.get(kept.id);
    if (written !== null || one === undefined) return written ?? first;
    asking.waits = false;
    return infoOf(one);
  }

  /** `asking.waits`: whether who asked still waits for what went wrong; the export is then not kept. */
  async #begin(kept: KeptExport, asking: { readonly waits: boolean }): Promise<KeptExportInfo> {
    this.#refuseShared(kept);
    const before = this.#kept.get(kept.id);
    const isSame = before?.remembered.kept.folder === kept.folder;
    const own: Remembered['own'] = isSame ? before.remembered.own : new Map();
    const one: Kept = {
      remembered: { kept, named: null, own, written: null, aside: [] },
      error: null,
      taken: [],
    };
    this.#kept.set(kept.id, one);
    try {
      await failingAs('write-failed', this.#options.dir, () => this.#store.write(one.remembered));
      await this.#write(one);
      if (asking.waits) refuseFailed(one);
    } catch (error) {
      await this.#takeBack(kept.id, before);
      throw error;
    }
    this.#tell();
    return infoOf(one);
  }

  /** Keeps a folder no longer; what was written stays. Errors: read-only, not-found, write-failed. */
  async remove(id: string): Promise<void> {
    this.#refuseReadOnly();
    await this.#then(async () => {
      this.#get(id);
      await failingAs('write-failed', this.#options.dir, () => this.#store.remove(id));
      this.#kept.delete(id);
      this.#tell();
    });
  }

  /** Writes one now. How it went tells the result. Errors: read-only, not-found. */
  async write(id: string): Promise<KeptExportInfo> {
    this.#refuseReadOnly();
    await this.#soonReady();
    return this.#then(async () => {
      const one = this.#get(id);
      await this.#write(one);
      this.#tell();
      return infoOf(one);
    });
  }

  /** Writes what is still to be written, unless folders are being read. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#changes.stop();
    clearTimeout(this.#retry);
    if (this.#dirty && this.#options.unread() === null) await this.#writeAll();
    await this.#work;
  }

  /** Who asks waits a moment for the folders to be read, but not for long: it is then written later by itself. */
  async #soonReady(): Promise<void> {
    const enough = new AbortController();
    const { signal } = enough;
    const ended = (): void => undefined;
    await Promise.race([
      this.#options.ready(),
      setTimeout(READY_MS, undefined, { signal, ref: false }).catch(ended),
    ]);
    enough.abort();
  }

  #get(id: string): Kept {
    const one = this.#kept.get(id);
    if (one !== undefined) return one;
    throw new AppError('not-found', 'This export is not kept any more.', { subject: id });
  }

  #refuseReadOnly(): void {
    if (this.#options.writable()) return;
    throw new AppError('read-only', 'Reading data can only be read now: no export is written.', {
      subject: this.#options.dir,
      retryable: true,
    });
  }

  /** Two that hold a file for each paper would take each other's for someone else's. */
  #refuseShared({ id, folder, file }: KeptExport): void {
    const others = [...this.#kept.values()].map(({ remembered }) => remembered.kept);
    if (!others.some((kept) => kept.id !== id && kept.folder === folder && kept.file === file)) {
      return;
    }
    const message = 'Another export is kept in this folder already.';
    throw new AppError('export-there', message, { subject: join(folder, file) });
  }

  #suitable(folder: string): Promise<string> {
    return suitableFolder(folder, this.#options.home, this.#options.forbidden());
  }

  /** The name of the one file, safe on every system; '' where there is one for each paper. */
  #fileName({ choice, file, title }: KeptExport): string {
    const { ending, options } = exportFormats[choice.format];
    if (choice.separate && options.includes('separate')) return '';
    const name = file.trim() === '' ? title : file;
    return fileName(name.endsWith(`.${ending}`) ? name.slice(0, -ending.length - 1) : name, ending);
  }

  /** Puts back what was kept under an id before; files that were written stay. */
  async #takeBack(id: string, before: Kept | undefined): Promise<void> {
    if (before === undefined) {
      this.#kept.delete(id);
      await this.#store.remove(id).catch(() => undefined);
      return;
    }
    this.#kept.set(id, before);
    await this.#store.write(before.remembered).catch(() => undefined);
  }

  /** One after the other: two writes never meet in a folder. */
  #then<T>(run: () => Promise<T>): Promise<T> {
    const running = this.#work.then(run);
    this.#work = running.catch(() => undefined);
    return running;
  }

  async #writeAll(): Promise<void> {
    if (!this.#closed) await this.#options.ready();
    await this.#then(async () => {
      if (!this.#options.writable()) return;
      this.#dirty = false;
      const before = this.list;
      for (const one of [...this.#kept.values()]) await this.#write(one);
      if (!isDeepStrictEqual(before, this.list)) this.#tell();
    });
  }

  /** Never rejects: what went wrong is told, and tried again. */
  async #write(one: Kept): Promise<void> {
    const { kept } = one.remembered;
    try {
      await this.#bringUpToDate(one);
      one.error = null;
    } catch (error) {
      one.error = toErrorInfo(error);
    }
    const failed = one.error !== null && this.#kept.get(kept.id) === one;
    if (failed && !this.#closed) this.#tryAgain();
  }

  #tryAgain(): void {
    clearTimeout(this.#retry);
    const again = (): void => void this.#writeAll();
    this.#retry = globalThis.setTimeout(again, this.#options.retryMs ?? RETRY_MS);
    this.#retry.unref();
  }

  async #bringUpToDate(one: Kept): Promise<void> {
    const { files, now, unread, lists } = this.#options;
    one.remembered = followedSearch(one.remembered, lists());
    const { kept } = one.remembered;
    // Digest folders may have been opened, and the folder replaced, since it was chosen.
    const folder = await this.#suitable(kept.folder);
    const missing = unread();
    if (missing !== null) {
      // Its papers would be taken for gone.
      const message = 'The export waits until all opened folders can be read.';
      throw new AppError('export-waits', message, { subject: missing, retryable: true });
    }
    const wanted = await this.#render(kept);
    const remember = async (own: Remembered['own']): Promise<void> => {
      one.remembered = { ...one.remembered, own };
      await this.#store.write(one.remembered);
    };
    await failingAs('write-failed', folder, async () => {
      const temporary = `.lectern-${kept.id}.tmp`;
      const { own } = one.remembered;
      const done = await writeFolder({
        folder,
        wanted,
        own,
        files,
        now: now(),
        temporary,
        remember,
      });
      one.taken = done.taken;
      const isFirst = one.remembered.written === null;
      if (done.changed === 0 && !isFirst && isDeepStrictEqual(done.own, own)) return;
      one.remembered = {
        ...one.remembered,
        written: done.changed > 0 || isFirst ? now() : one.remembered.written,
        aside: [...one.remembered.aside, ...done.aside].slice(-TOLD_ASIDE),
      };
      await remember(done.own);
    });
  }

  async #render(kept: KeptExport): Promise<readonly NamedText[]> {
    const { exports, results, lists } = this.#options;
    const { query, choice, file } = kept;
    const list = query.view.kind === 'list' ? findList(lists(), query.view.list) : null;
    const title = list === null || list.id === READ_NEXT ? kept.title : list.name;
    await results.prepare(query);
    const input = await exports.gather(results.all(query), choice);
    const options = exports.optionsOf(choice, title);
    if (file === '') return exportFiles(input, options);
    return [{ name: file, text: await exportText(choice.format, input, options) }];
  }

  #tell(): void {
    this.#options.emit({ type: 'kept', exports: this.list });
  }
}

/** Throws what went wrong with the first writing. Errors: export-there, and those of the writing. */
function refuseFailed({ error, taken, remembered }: Kept): void {
  const { folder, file } = remembered.kept;
  if (taken.length > 0 && file !== '') {
    const subject = join(folder, file);
    throw new AppError('export-there', 'There is a file of that name already.', { subject });
  }
  if (error !== null && error.code !== 'export-waits') throw fromErrorInfo(error);
}

function infoOf({ remembered, error, taken }: Kept): KeptExportInfo {
  const { kept, own, written, aside } = remembered;
  return { kept, files: own.size, written, aside, taken, error };
}

function problem(code: Problem['code'], file: string, message: string): Problem {
  return { folder: null, file, code, message, line: null };
}
