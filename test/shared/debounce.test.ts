import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Debounce } from '../../src/shared/debounce.ts';

describe('a debounce', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('runs once, when it has been quiet', () => {
    const run = vi.fn();
    const debounce = new Debounce(run, { quiet: 200, most: 2_000 });
    for (let i = 0; i < 5; i += 1) {
      debounce.ask();
      vi.advanceTimersByTime(150);
    }
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50);
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs all the same when it is never quiet', () => {
    const run = vi.fn();
    const debounce = new Debounce(run, { quiet: 200, most: 2_000 });
    for (let ms = 0; ms < 4_100; ms += 100) {
      debounce.ask();
      vi.advanceTimersByTime(100);
    }
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('runs no more once it is stopped, until it is asked again', () => {
    const run = vi.fn();
    const debounce = new Debounce(run, { quiet: 200, most: 2_000 });
    debounce.ask();
    debounce.stop();
    vi.advanceTimersByTime(10_000);
    expect(run).not.toHaveBeenCalled();
    debounce.ask();
    vi.advanceTimersByTime(200);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
