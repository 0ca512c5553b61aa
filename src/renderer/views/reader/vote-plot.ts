/** The geometry of the plot of a paper's votes: d3 has the scales and the line, the component draws it with our own SVG. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { Appearance, IsoDate } from '../../../shared/model.ts';

export const HEIGHT = 96;
const MARGIN = { top: 22, right: 18, bottom: 22, left: 18 };
/** Votes are written at points that stand at least so far apart. */
const LABEL_WIDTH = 34;

export interface DayVotes {
  readonly date: IsoDate;
  readonly votes: number;
}

export interface VotePoint extends DayVotes {
  readonly x: number;
  readonly y: number;
  /** Whether there is room to write its votes. */
  readonly labelled: boolean;
}

export interface VotePlot {
  /** SVG path data. */
  readonly path: string;
  readonly points: readonly VotePoint[];
  /** Where no votes are. */
  readonly zero: number;
}

/** The votes of each day that states any, oldest first; of a day with several digests, those of the newest. */
export function voteCourse(appearances: readonly Appearance[]): readonly DayVotes[] {
  const days = new Map<IsoDate, number>();
  for (const { date, votes } of appearances) {
    if (date !== null && votes !== null && !days.has(date)) days.set(date, votes);
  }
  return [...days]
    .map(([date, votes]) => ({ date, votes }))
    .sort((a, b) => instant(a.date) - instant(b.date));
}

/** Lays a course of at least two days out on `width` pixels. */
export function votePlot(course: readonly DayVotes[], width: number): VotePlot {
  const dates = course.map(({ date }) => instant(date));
  const x = scaleUtc()
    .domain([dates.at(0) ?? 0, dates.at(-1) ?? 0])
    .range([MARGIN.left, width - MARGIN.right]);
  const most = Math.max(1, ...course.map(({ votes }) => votes));
  const zero = HEIGHT - MARGIN.bottom;
  const y = scaleLinear().domain([0, most]).range([zero, MARGIN.top]);

  const points: VotePoint[] = [];
  let room = Infinity;
  // From the newest back: the latest votes are always written.
  for (const { date, votes } of course.toReversed()) {
    const at = x(instant(date));
    const labelled = room - at >= LABEL_WIDTH;
    if (labelled) room = at;
    points.unshift({ date, votes, x: at, y: y(votes), labelled });
  }
  const trace = line<VotePoint>(
    (point) => point.x,
    (point) => point.y,
  );
  return { path: trace(points) ?? '', points, zero };
}

function instant(date: IsoDate): number {
  return Date.parse(date);
}
