/** Answers what the contract says of the data themselves: how they are open, where they live, their backups. */
import { isAbsolute, resolve } from 'node:path';
import type { EngineHandlers } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import type { Instant, UndoState } from '../shared/model.ts';
import { expandHome } from './folders/complete-path.ts';
import { refuseInside } from './host/save-file.ts';
import type { ReaderData } from './state/reader-data.ts';
import type { Applied } from './state/state-store.ts';

interface Options {
  readonly data: ReaderData;
  readonly home: string;
  readonly now: () => Instant;
  /** Real paths of the open folders, into which nothing is written. */
  readonly digestFolders: () => readonly string[];
  /** Tells what a change did. */
  readonly told: (applied: Applied | null) => Promise<UndoState>;
}

type DataHandlers = Pick<EngineHandlers, Extract<keyof EngineHandlers, `data.${string}`>>;

export function dataHandlers({ data, home, now, digestFolders, told }: Options): DataHandlers {
  return {
    'data.info': () => data.info,
    'data.retry': ({ takeOver }) => data.retry(takeOver),
    'data.useDefault': () => data.useDefault(),
    'data.move': async ({ dir, existing }) => {
      const path = expandHome(dir, home);
      if (!isAbsolute(path)) {
        throw new AppError('place-unsuitable', 'Give the whole path of the folder.', {
          subject: dir,
        });
      }
      const target = await refuseInside(resolve(path), digestFolders());
      return data.move(target, existing);
    },
    'data.backups': () => data.backups(),
    'data.backupContents': ({ source }) => data.backupContents(source),
    'data.restore': async ({ source }) => told(await data.restore(source)),
    'data.backupFile': async () => ({
      name: `lectern-backup-${new Date(now()).toISOString().slice(0, 10)}.json`,
      text: await data.backupText(),
    }),
  };
}
