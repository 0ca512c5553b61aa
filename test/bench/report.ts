import { percentile } from './statistics.ts';

export type Unit = 'ms' | 'MB' | '';

export interface Measure {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
  /** What no implementation could beat, measured in the same run. */
  readonly floor: number | null;
  /** At most this; `ratio` is value by floor. Null where nothing is demanded. */
  readonly limit: { readonly of: 'value' | 'ratio'; readonly most: number } | null;
}

export function ratioOf({ value, floor }: Measure): number | null {
  return floor === null || floor === 0 ? null : value / floor;
}

/** Null where nothing is demanded. */
export function passes(measure: Measure): boolean | null {
  if (measure.limit === null) return null;
  const measured = measure.limit.of === 'value' ? measure.value : ratioOf(measure);
  return measured !== null && measured <= measure.limit.most;
}

/** The 50th and 95th percentile as two measures; the limit is that of the 95th. */
export function percentiles(
  name: string,
  {
    values,
    floors = [],
  }: { readonly values: readonly number[]; readonly floors?: readonly number[] },
  limit: Measure['limit'] = null,
): readonly Measure[] {
  const at = (part: number): Pick<Measure, 'unit' | 'value' | 'floor'> => ({
    unit: 'ms',
    value: percentile(values, part),
    floor: floors.length === 0 ? null : percentile(floors, part),
  });
  return [
    { name: `${name}, p50`, ...at(0.5), limit: null },
    { name: `${name}, p95`, ...at(0.95), limit },
  ];
}

function number(value: number | null, unit = ''): string {
  if (value === null) return '';
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return `${value.toFixed(digits)}${unit}`;
}

function limitText({ limit, unit }: Measure): string {
  if (limit === null) return '';
  return limit.of === 'ratio' ? `≤ ${limit.most}×` : `≤ ${limit.most} ${unit}`;
}

function verdict(measure: Measure): string {
  const passed = passes(measure);
  if (passed === null) return '';
  return passed ? 'pass' : 'MISSED';
}

/** A table for people. */
export function table(measures: readonly Measure[]): string {
  const rows = [
    ['measure', 'value', 'floor', 'ratio', 'limit', ''],
    ...measures.map((measure) => [
      measure.name,
      number(measure.value, ` ${measure.unit}`),
      number(measure.floor, ` ${measure.unit}`),
      number(ratioOf(measure), '×'),
      limitText(measure),
      verdict(measure),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
