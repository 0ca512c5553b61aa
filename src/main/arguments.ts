import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * The folder that a command line names, absolute, or null: the first argument that is no option, after the program and
 * (while Electron runs an unpacked app) the app's own folder.
 */
export function folderArgument(
  argv: readonly string[],
  workingDirectory: string,
  packaged: boolean,
): string | null {
  const folder = argv
    .slice(packaged ? 1 : 2)
    .find((argument) => argument !== '' && !argument.startsWith('-'));
  return folder === undefined ? null : resolve(workingDirectory, folder);
}

const instance = z.object({ folder: z.string().nullable() });

/** The folder that a second start passed on with the instance lock; null when it passed none. */
export function folderOfInstance(data: unknown): string | null {
  const parsed = instance.safeParse(data);
  return parsed.success ? parsed.data.folder : null;
}
