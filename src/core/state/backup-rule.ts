import type { BackupInfo, Instant } from '../../shared/model.ts';

const DAYS = 7;
const WEEKS = 8;
/** Of those that were made before the state was replaced. */
const OTHERS = 5;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The number of a calendar day where the reader is. */
export function dayOf(instant: Instant): number {
  const date = new Date(instant);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
}

/** The number of a week that begins on Monday (day 0 was a Thursday). */
function weekOf(instant: Instant): number {
  return Math.floor((dayOf(instant) + 3) / 7);
}

/** The newest backup of each of the latest `count` periods. */
function newestOf(
  backups: readonly BackupInfo[],
  periodOf: (instant: Instant) => number,
  count: number,
): readonly BackupInfo[] {
  const newest = new Map<number, BackupInfo>();
  for (const backup of backups) {
    const period = periodOf(backup.created);
    const former = newest.get(period);
    if (former === undefined || former.created < backup.created) newest.set(period, backup);
  }
  return [...newest]
    .sort(([a], [b]) => b - a)
    .slice(0, count)
    .map(([, backup]) => backup);
}

/**
 * What is not kept any longer: of the daily ones all but the newest of the last 7 days and of the last 8 weeks that have
 * any; of those before a restore, merge or import all but the newest 5 of each. Those before a migration are kept.
 */
export function expiredBackups(backups: readonly BackupInfo[]): readonly BackupInfo[] {
  const daily = backups.filter(({ kind }) => kind === 'daily');
  const kept = new Set([...newestOf(daily, dayOf, DAYS), ...newestOf(daily, weekOf, WEEKS)]);
  for (const kind of ['restore', 'merge', 'import'] as const) {
    const ones = backups.filter((backup) => backup.kind === kind);
    for (const one of ones.sort((a, b) => b.created - a.created).slice(0, OTHERS)) kept.add(one);
  }
  return backups.filter((backup) => backup.kind !== 'migration' && !kept.has(backup));
}
