/** Scans for tests, with what they told. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { scanFolder } from '../../../src/core/library/scan.ts';
import type { ScanCount, ScannedFile } from '../../../src/core/library/scan.ts';

interface Seen {
  readonly known?: ReadonlyMap<string, ScannedFile>;
  readonly signal?: AbortSignal;
  readonly onFiles?: (files: readonly ScannedFile[]) => void;
}

export async function scan(root: string, { known = new Map(), signal, onFiles }: Seen = {}) {
  const files = new Map<string, ScannedFile>();
  const removed: string[] = [];
  const progress: ScanCount[] = [];
  const { cancelled, problems } = await scanFolder({
    root,
    known,
    signal: signal ?? new AbortController().signal,
    onFiles: (batch) => {
      for (const file of batch) files.set(file.path, file);
      onFiles?.(batch);
    },
    onRemoved: (paths) => removed.push(...paths),
    onProgress: (count) => progress.push(count),
  });
  const told = [...files.values()].flatMap(({ path, problems: own }) =>
    own.map(({ code }) => [path, code]),
  );
  return {
    files,
    paths: [...files.keys()].sort(),
    removed: removed.sort(),
    progress,
    cancelled,
    problems: [...problems.map(({ file, code }) => [file, code]), ...told].sort(),
  };
}

/** As known once a scan has read the files long after they were written. */
export function settled(root: string, files: ReadonlyMap<string, ScannedFile>): typeof files {
  return new Map(
    [...files].map(([path, file]) => [
      path,
      { ...file, ctimeMs: statSync(join(root, path)).ctimeMs },
    ]),
  );
}
