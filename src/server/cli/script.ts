/** What the commands for scripts stand on: the same engine as the app's, on the same data. */
import type { Engine } from '../../core/thread/client.ts';
import { realFolder } from '../../core/folders/real-folder.ts';
import { AppError } from '../../shared/errors.ts';
import type { ListOutline, PaperRow, Query, ResultInfo } from '../../shared/model.ts';
import { READ_NEXT } from '../../shared/model.ts';
import { named } from '../../shared/query/names.ts';
import type { Order } from './options.ts';
import { CommandError, EXIT } from './exit-code.ts';
import type { Output } from './output.ts';
import type { CliWords } from './words.ts';

export interface ScriptHost {
  readonly output: Output;
  readonly words: CliWords;
  /** Starts the engine: to read these folders instead of those that are open, or to change reader state. */
  startEngine(options: {
    readonly readOnly: boolean;
    readonly folders?: readonly string[];
  }): Promise<Engine>;
}

/** A command's work with an engine, which is closed, and everything saved, however it ends. */
export async function withEngine<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await engine.close();
  }
}

/**
 * Opens data to be read, tells when another Lectern has them, and waits until the folders are read. `search`: also until
 * every text can be found. Errors: those of realFolder, and CommandError when there is no folder at all.
 */
export async function reading<T>(
  host: ScriptHost,
  { folders, search }: { readonly folders: readonly string[]; readonly search: boolean },
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const { output, words } = host;
  const named = await Promise.all(folders.map((folder) => realFolder(folder)));
  const only = named.length === 0 ? {} : { folders: [...new Set(named)] };
  const engine = await host.startEngine({ readOnly: true, ...only });
  return withEngine(engine, async () => {
    const { access } = await engine.call('data.info', {});
    if (access.mode === 'read' && access.reason !== 'asked') {
      output.tell(words.onlyRead(access.reason));
    }
    const opened = await engine.call('folders.list', {});
    if (opened.length === 0) throw new CommandError(EXIT.failed, words.noFolders);
    await engine.call('library.ready', { search });
    for (const { path, status } of await engine.call('folders.list', {})) {
      if (status === 'missing' || status === 'unreadable') output.tell(words.folderAway(path));
    }
    return work(engine);
  });
}

/** The list of a name, whatever its case. Errors: CommandError of nothing found, with the lists that there are. */
export async function listOf(engine: Engine, name: string, words: CliWords): Promise<ListOutline> {
  const { lists } = await engine.call('library.outline', {});
  const [found] = named(lists, name, 'stored');
  if (found !== undefined) return found;
  const there = lists.map((list) => (list.id === READ_NEXT ? words.readNext : list.name));
  throw new CommandError(EXIT.nothingFound, words.noList(name, there));
}

/** Runs a query, and tells what of it was left out. */
export async function ask(
  engine: Engine,
  query: Pick<Query, 'view' | 'search'>,
  { sort, descending }: Order,
  { output, words }: ScriptHost,
): Promise<ResultInfo> {
  const whole: Query = { ...query, sort, descending, group: 'none', unreadOnly: false };
  const info = await engine.call('query.open', { query: whole, keep: null, locate: null });
  for (const hint of info.hints) output.tell(words.hint(hint));
  if (info.suggestion !== null) output.tell(words.didYouMean(info.suggestion));
  return info;
}

const WINDOW = 500;

/** The rows of an answer, window by window, at most `limit`. */
export async function* rowsOf(
  engine: Engine,
  { result, total }: ResultInfo,
  limit: number | null,
): AsyncGenerator<readonly PaperRow[]> {
  const end = Math.min(total, limit ?? total);
  for (let offset = 0; offset < end; offset += WINDOW) {
    const window = { result, offset, limit: Math.min(WINDOW, end - offset) };
    yield await engine.call('query.rows', window);
  }
}

/** What went wrong, in the reader's language where it has words for it. */
export function messageOf(error: unknown, words: CliWords): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
  return words.errors[error.code]?.(error.subject ?? '') ?? error.message;
}
