/** Plain documents: files in which the scan found no paper, read as they are. */
import { constants } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { FolderId, PlainDocument, ProblemCode } from '../../shared/model.ts';
import { toUtf8 } from '../digest/encoding.ts';
import { reasonOf } from '../library/file-errors.ts';
import type { ScannedFile } from '../library/scanned-file.ts';
import { fromSystemName, toSystemPath } from '../library/system-path.ts';
import { readScanned } from './read-scanned.ts';
import type { FilesOptions } from './texts.ts';

/** Characters of a document that are shown at most; a renderer may show fewer. */
const MAX_TEXT = 400_000;
const PLAIN: readonly ProblemCode[] = ['not-a-digest', 'no-papers'];
/** Windows has no such flag; there the check of the real path stands alone. */
const NO_LINK = (constants.O_NOFOLLOW as number | undefined) ?? 0;

export class Documents {
  readonly #options: FilesOptions;

  constructor(options: FilesOptions) {
    this.#options = options;
  }

  /** Reads a document by its path inside the folder, as the scan told it. Errors: not-found, forbidden, read-failed. */
  async read(folder: FolderId, file: string): Promise<PlainDocument> {
    const root = this.#options.pathOf(folder);
    const scanned = this.#options.library.files(folder).get(file);
    if (root === null || scanned === undefined || !isPlain(scanned)) {
      throw new AppError('not-found', 'There is no such document.', { subject: file });
    }
    const path = join(root, file);
    const bytes = await this.#bytes(folder, root, path, scanned);
    const text = toUtf8(bytes)
      .bytes.toString()
      .replace(/^\uFEFF/, '');
    return { name: basename(file), path, text: text.slice(0, MAX_TEXT) };
  }

  async #bytes(folder: FolderId, root: string, path: string, scanned: ScannedFile) {
    let bytes: Buffer | null;
    try {
      bytes = await readInside(root, path, scanned);
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      const message = `The file could not be read: ${reasonOf(cause)}.`;
      throw new AppError('read-failed', message, { subject: path, retryable: true, cause });
    }
    if (bytes !== null) return bytes;
    this.#options.onStale(folder, scanned.path);
    const message = 'The file has changed; the folder is being read again.';
    throw new AppError('read-failed', message, { subject: path, retryable: true });
  }
}

function isPlain({ papers, problems }: ScannedFile): boolean {
  return papers.length === 0 && problems.some(({ code }) => PLAIN.includes(code));
}

/** The bytes of a file that is inside the folder, links followed; null when it is not as it was scanned. */
async function readInside(
  root: string,
  path: string,
  scanned: ScannedFile,
): Promise<Buffer | null> {
  const real = fromSystemName(await realpath(toSystemPath(path), 'buffer'));
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new AppError('forbidden', 'The file is a link that leads out of its folder.', {
      subject: path,
    });
  }
  return readScanned(toSystemPath(real), scanned, { flags: NO_LINK });
}
