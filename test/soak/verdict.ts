/** Whether what is held stays flat: medians of early and late samples, with a limit for each measure. */

export interface Sample {
  readonly seconds: number;
  readonly pageHeap: number;
  readonly pageNodes: number;
  readonly pageListeners: number;
  readonly pageDocuments: number;
  readonly hostHeap: number;
  readonly hostBuffers: number;
  readonly hostResident: number;
  readonly hostHandles: number;
  readonly hostFiles: number;
}

export type Measure = Exclude<keyof Sample, 'seconds'>;

/** How much more may be held late than early: times, and beyond that a little that is noise at any size. */
export const LIMITS: Readonly<Record<Measure, { readonly ratio: number; readonly slack: number }>> =
  {
    pageHeap: { ratio: 1.15, slack: 1_000_000 },
    // They waver by some hundred with what was opened and folded, and the browser's own undo of text fields (a thousand steps
    // at most) holds on to some. One node kept by each act would be thousands within minutes.
    pageNodes: { ratio: 1.15, slack: 1_000 },
    pageListeners: { ratio: 1.15, slack: 50 },
    pageDocuments: { ratio: 1, slack: 1 },
    hostHeap: { ratio: 1.15, slack: 4_000_000 },
    hostBuffers: { ratio: 1.15, slack: 4_000_000 },
    // What was given back the system may not have taken yet.
    hostResident: { ratio: 1.2, slack: 30_000_000 },
    hostHandles: { ratio: 1, slack: 4 },
    hostFiles: { ratio: 1, slack: 4 },
  };

export interface Row {
  readonly measure: Measure;
  readonly early: number;
  readonly late: number;
  readonly ratio: number;
  readonly flat: boolean;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}

/** Compares the first third of the samples with the last; null when there are too few to tell (fewer than six). */
export function verdict(samples: readonly Sample[]): readonly Row[] | null {
  if (samples.length < 6) return null;
  const third = Math.floor(samples.length / 3);
  return (Object.keys(LIMITS) as Measure[]).map((measure) => {
    const of = (part: readonly Sample[]): number => median(part.map((sample) => sample[measure]));
    const early = of(samples.slice(0, third));
    const late = of(samples.slice(-third));
    const { ratio, slack } = LIMITS[measure];
    return {
      measure,
      early,
      late,
      ratio: early === 0 ? 1 : late / early,
      flat: late <= early * ratio + slack,
    };
  });
}
