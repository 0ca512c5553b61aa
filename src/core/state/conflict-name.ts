/**
 * Copies that a sync service made because two computers wrote the same file: Dropbox (`state (Jin's conflicted copy
 * 2026-11-25).json`, `state (진의 충돌된 사본 2026-11-25).json`), Google Drive (`state (1).json`), OneDrive
 * (`state-JIN-PC.json`), iCloud (`state 2.json`), Nextcloud, Syncthing (`state.sync-conflict-20261125-….json`). Every
 * service and language has its own words; what is common is that the name's beginning and end stay, and what tells is
 * the content, which has a checksum.
 */
import { segmentSeq } from './journal.ts';
import { keptSeq, SNAPSHOT } from './snapshot-folder.ts';

/** What a conflict copy is of; null for every other file. */
export function conflictOf(name: string): 'snapshot' | 'journal' | null {
  if (name === SNAPSHOT || keptSeq(name) !== null || segmentSeq(name) !== null) return null;
  if (/^state.+\.json$/.test(name)) return 'snapshot';
  return /^journal.+\.jsonl$/.test(name) ? 'journal' : null;
}
