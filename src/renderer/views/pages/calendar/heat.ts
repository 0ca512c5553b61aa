import { scaleQuantile } from 'd3-scale';
import type { DayCount, IsoDate } from '../../../../shared/model.ts';

/** 0: no papers; 1 to 4: the quarter of all days by their number of papers. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4;

export interface YearSummary {
  readonly days: number;
  readonly papers: number;
  readonly read: number;
}

export class Heat {
  readonly #days: ReadonlyMap<IsoDate, DayCount>;
  readonly #level: (papers: number) => HeatLevel;

  constructor(days: readonly DayCount[]) {
    this.#days = new Map(days.map((day) => [day.date, day]));
    const scale = scaleQuantile<HeatLevel>()
      .domain(days.map(({ total }) => total))
      .range([1, 2, 3, 4]);
    this.#level = (papers) => (papers === 0 ? 0 : scale(papers));
  }

  day(date: IsoDate): DayCount {
    return this.#days.get(date) ?? { date, total: 0, unread: 0 };
  }

  level(date: IsoDate): HeatLevel {
    return this.#level(this.day(date).total);
  }

  /** Of a year's days; a paper that is printed on two of them counts on both. */
  year(year: number): YearSummary {
    const prefix = `${String(year).padStart(4, '0')}-`;
    const days = [...this.#days.values()].filter(({ date }) => date.startsWith(prefix));
    return {
      days: days.length,
      papers: days.reduce((sum, { total }) => sum + total, 0),
      read: days.reduce((sum, { total, unread }) => sum + total - unread, 0),
    };
  }
}
