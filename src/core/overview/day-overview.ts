import type { DayOverview, DayPaper, IsoDate, PaperId } from '../../shared/model.ts';
import type { DayIndex } from './day-index.ts';

/** A page tells how so many of its papers begin: the others stand on it by their titles only. */
const LEADS = 16;

export interface DayPapers {
  /** Null when that day does not print the paper any more. Without its lead. */
  ofDay(id: PaperId, day: IsoDate): DayPaper | null;
  leadOf(id: PaperId): Promise<string>;
}

/** A day's page: its papers by rank, and its neighbours. `date` null is the newest day; null for a day without papers. */
export async function dayOverview(
  { days }: DayIndex,
  date: IsoDate | null,
  source: DayPapers,
): Promise<DayOverview | null> {
  const dates = [...days.keys()];
  const day = date ?? dates.at(-1);
  const ids = day === undefined ? undefined : days.get(day);
  if (day === undefined || ids === undefined) return null;
  const at = dates.indexOf(day);
  // The sort is stable: equal votes stay as printed.
  const ranked = ids
    .flatMap((id) => source.ofDay(id, day) ?? [])
    .sort((a, b) => (b.votes ?? -1) - (a.votes ?? -1));
  const papers = await Promise.all(
    ranked.map(async (paper, rank) =>
      rank < LEADS ? { ...paper, lead: await source.leadOf(paper.id) } : paper,
    ),
  );
  return { date: day, papers, previous: dates[at - 1] ?? null, next: dates[at + 1] ?? null };
}
