/** The value that `part` (0–1) of the values do not exceed; by nearest rank. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** How long it takes, in milliseconds. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Times of an operation and of its floor, taken turn by turn. */
export class Pairs {
  readonly values: number[] = [];
  readonly floors: number[] = [];

  async measure(run: () => unknown, floor: () => unknown): Promise<void> {
    this.values.push(await timed(run));
    this.floors.push(await timed(floor));
  }
}
