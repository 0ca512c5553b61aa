import type { Random } from '../bench/random.ts';
import { TOKENS } from './mutate.ts';
import { faultOf } from './check.ts';

export interface Growth {
  /** The input begins with `head`, and `unit` is repeated. */
  readonly head: string;
  readonly unit: string;
  /** Of the time for twice the input to that for the input; 2 is linear. */
  readonly ratio: number;
  readonly ms: number;
}

/** Twice the input may take this many times the time: linear is 2, quadratic is 4, and machines are restless. */
export const MAX_RATIO = 3.2;
/** Below this, the clock tells nothing. */
const MIN_MS = 40;
const SIZE = 128 * 1024;

const HEADS = [
  '',
  '## Daily Papers (2024-02-05)\n\n### [T](https://arxiv.org/abs/2402.00001)\n\n',
  '# X\n\nhttps://arxiv.org/abs/2402.00001\n\n',
  '[{"title":"x","id":"2402.00001","abstract":"',
  '[{"title":"x","id":"2402.00001"},',
  '{"title":"x","id":"2402.00001"}\n',
  '- title: x\n  url: https://arxiv.org/abs/2402.00001\n  abstract: ',
  '<feed><entry><id>http://arxiv.org/abs/2402.00001</id><title>x</title><summary>',
  '\\\\\narXiv:2402.00001\nTitle: x\n',
  '---\ntitle: x\n',
];

/** How the time grows with hostile inputs: a token or two, over and over, after the beginning of a format. */
export function* growths(
  random: Random,
  begin: (input: Buffer) => void,
  until: () => boolean,
): Generator<Growth> {
  while (!until()) {
    const head = random.pick(HEADS);
    const token = random.pick(TOKENS);
    const unit = random.pick([token, `${token} x`, `${token}\n`, token + random.pick(TOKENS)]);
    const make = (size: number) => Buffer.from(head + unit.repeat(Math.ceil(size / unit.length)));
    const [small, large] = [make(SIZE), make(2 * SIZE)];
    begin(small);
    const first = fastest(small, 1);
    const ms = fastest(large, 1);
    if (ms < MIN_MS) continue;
    let ratio = ms / Math.min(first, fastest(small, 1));
    // Once more, with care, before it is held against anyone.
    if (ratio > MAX_RATIO) ratio = carefulRatio(small, large);
    yield { head, unit, ratio, ms };
  }
}

/** By turns, so that whatever else the machine does meanwhile meets both alike. */
function carefulRatio(small: Buffer, large: Buffer): number {
  const [least, most] = [[] as number[], [] as number[]];
  for (let turn = 0; turn < 6; turn += 1) {
    least.push(fastest(small, 1));
    most.push(fastest(large, 1));
  }
  return Math.min(...most) / Math.min(...least);
}

export function fastest(bytes: Buffer, times: number): number {
  let best = Infinity;
  for (let turn = 0; turn < times; turn += 1) {
    const started = performance.now();
    faultOf(bytes, 'x');
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
