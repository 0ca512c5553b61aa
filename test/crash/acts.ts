/** What the harness lets a reader do: edits, undo, and what is done to the data as a whole. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BACKUPS, readBackup } from '../../src/core/state/backups.ts';
import type { ImportRequest } from '../../src/core/import/plan.ts';
import type { StoredState } from '../../src/core/state/stored-state.ts';
import { DEFAULT_SETTINGS, LIST_DEFAULTS, type Change } from '../../src/shared/model.ts';
import type { Random } from '../bench/random.ts';
import { anyEdit, notedPaper, someText } from './edits.ts';

export type Act =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'import'; readonly request: ImportRequest }
  /** Of a kept backup, with what the harness read in it. */
  | { readonly kind: 'restore'; readonly name: string; readonly stored: StoredState }
  | { readonly kind: 'move'; readonly to: string }
  /** All data as the text of one file. */
  | { readonly kind: 'save' };

/** Acts that are done while nothing else is under way, since their place among others is not known. */
export type LoneKind = Exclude<Act['kind'], 'change' | 'undo' | 'redo'>;

/** An edit, or an undo or redo. `former`: texts that notes had earlier, some of which are brought back. */
export function anyAct(random: Random, former: (paper: string) => readonly string[]): Act {
  if (random.chance(0.15)) return { kind: random.chance(0.6) ? 'undo' : 'redo' };
  if (random.chance(0.1)) {
    const paper = notedPaper(random);
    const texts = former(paper);
    if (texts.length > 0) {
      return { kind: 'change', change: { kind: 'note', paper, text: random.pick(texts) } };
    }
  }
  return { kind: 'change', change: anyEdit(random) };
}

/** Lectern's own JSON with a few marks, notes that are older than the reader's, and a list. */
export function anyImport(random: Random): Act {
  const [read, star, noted] = [0, 1, 2].map((base) => `import:${base}-${random.between(0, 99)}`);
  const updated = random.between(1, 1_000);
  const list = { ...LIST_DEFAULTS, id: random.pick(['a', 'e']), name: 'Import', created: 2 };
  const replace = random.chance(0.3);
  const state = {
    read: [[read, 1]],
    starred: [[star, 1]],
    notes: [
      [noted, { text: someText(random, 20), updated }],
      [notedPaper(random), { text: someText(random, 20), updated }],
    ],
    noteVersions: [],
    lists: [{ ...list, papers: [read, star] }],
    settings: replace ? DEFAULT_SETTINGS : null,
  };
  const text = JSON.stringify({ format: 'lectern', version: 1, state, papers: [] });
  return { kind: 'import', request: { text, name: 'Import', mode: replace ? 'replace' : 'merge' } };
}

/** Restores the newest backup that is kept in a data folder; null when there is none. */
export async function newestRestore(dir: string): Promise<Act | null> {
  const names = await readdir(join(dir, BACKUPS)).catch(() => []);
  const name = names
    .filter((each) => each.endsWith('.json'))
    .sort()
    .at(-1);
  if (name === undefined) return null;
  const stored = readBackup(await readFile(join(dir, BACKUPS, name)), name);
  return { kind: 'restore', name, stored };
}

/** The contract call that an act is. */
export function callOf(act: Act): { readonly method: string; readonly input: unknown } {
  switch (act.kind) {
    case 'change':
      return { method: 'state.change', input: { change: act.change } };
    case 'undo':
    case 'redo':
      return { method: `state.${act.kind}`, input: {} };
    case 'import':
      return { method: 'import.apply', input: act.request };
    case 'restore':
      return { method: 'data.restore', input: { source: { kind: 'kept', name: act.name } } };
    case 'move':
      return { method: 'data.move', input: { dir: act.to, existing: 'refuse' } };
    case 'save':
      return { method: 'data.backupFile', input: {} };
  }
}
