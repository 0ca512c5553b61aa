import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Throttle } from '../../src/core/throttle.ts';

describe('a throttle', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('runs at once when it is first asked', () => {
    const run = vi.fn();
    new Throttle(run, 100).ask();
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('joins what is asked within its time into one later run', () => {
    const run = vi.fn();
    const throttle = new Throttle(run, 100);
    for (let i = 0; i < 5; i += 1) throttle.ask();
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('runs no more once it is stopped', () => {
    const run = vi.fn();
    const throttle = new Throttle(run, 100);
    throttle.ask();
    throttle.ask();
    throttle.stop();
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
