/** The geometry of the plots: d3 has scales and shapes, the components draw them with our own SVG and tokens. */
import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Backlog, ReadCount } from './series.ts';

export const HEIGHT = 180;
/** In less room a plot is cut off. */
export const LEAST_WIDTH = 240;
const MARGIN = { top: 12, right: 8, bottom: 24, left: 44 };
/** Room of a date beneath a plot. */
const LABEL_WIDTH = 84;

export interface Tick {
  readonly at: number;
  readonly value: number;
}

export interface Bar extends ReadCount {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether there is room to write its date. */
  readonly labelled: boolean;
}

export interface BarPlot {
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
}

export interface DateTick {
  readonly at: number;
  readonly date: string;
}

export interface AreaPlot {
  /** SVG path data. */
  readonly line: string;
  readonly area: string;
  readonly ticks: readonly Tick[];
  readonly dates: readonly DateTick[];
}

export const LEFT = MARGIN.left;
export const BASE = HEIGHT - MARGIN.bottom;

/** Whole numbers from 0 to a round one above `most`. */
function counts(most: number): {
  readonly y: (value: number) => number;
  readonly ticks: readonly Tick[];
} {
  const y = scaleLinear()
    .domain([0, Math.max(most, 4)])
    .nice(4)
    .range([BASE, MARGIN.top]);
  const ticks = y.ticks(4).filter(Number.isInteger);
  return { y, ticks: ticks.map((value) => ({ value, at: y(value) })) };
}

/** A bar for each day or week on `width` pixels. */
export function barPlot(series: readonly ReadCount[], width: number): BarPlot {
  const { y, ticks } = counts(Math.max(0, ...series.map(({ read }) => read)));
  const x = scaleBand()
    .domain(series.map(({ from }) => from))
    .range([MARGIN.left, width - MARGIN.right])
    .paddingInner(0.25);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / x.step()));
  const bars = series.map((count, at) => ({
    ...count,
    x: x(count.from) ?? 0,
    y: y(count.read),
    width: x.bandwidth(),
    height: BASE - y(count.read),
    // From the newest back: today is always told.
    labelled: (series.length - 1 - at) % every === 0,
  }));
  return { bars, ticks };
}

/** The course of a number over days: it stays until the next day that changes it. At least one point. */
export function areaPlot(series: readonly Backlog[], width: number): AreaPlot {
  const { y, ticks } = counts(Math.max(0, ...series.map(({ unread }) => unread)));
  const x = scaleUtc()
    .domain([Date.parse(series[0]?.date ?? ''), Date.parse(series.at(-1)?.date ?? '')])
    .range([MARGIN.left, width - MARGIN.right]);
  const at = ({ date }: Backlog): number => x(Date.parse(date));
  const top = ({ unread }: Backlog): number => y(unread);
  const room = Math.max(1, Math.floor((width - MARGIN.left - MARGIN.right) / LABEL_WIDTH));
  return {
    line: line(at, top).curve(curveStepAfter)([...series]) ?? '',
    area: area(at, BASE, top).curve(curveStepAfter)([...series]) ?? '',
    ticks,
    dates: x
      .ticks(Math.min(room, 6))
      .map((date) => ({ at: x(date), date: date.toISOString().slice(0, 10) }))
      .filter((tick) => tick.at <= width - LABEL_WIDTH / 2),
  };
}
