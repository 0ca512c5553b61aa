import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Rest } from '../../../src/renderer/state/rest.ts';

describe('what waits for rest', () => {
  const run = vi.fn();
  const rest = new Rest(run, { quiet: 100, latest: 250 });

  beforeEach(() => {
    vi.useFakeTimers();
    run.mockClear();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('runs once it was quiet for a while, however often it was asked for', () => {
    for (let ask = 0; ask < 3; ask += 1) {
      rest.ask();
      vi.advanceTimersByTime(60);
    }
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(40);
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever while it is asked for', () => {
    for (let ask = 0; ask < 10; ask += 1) {
      rest.ask();
      vi.advanceTimersByTime(60);
    }
    expect(run).toHaveBeenCalledTimes(2);
    rest.cancel();
  });

  it('does not run when it was cancelled, until it is asked for again', () => {
    rest.ask();
    rest.cancel();
    vi.advanceTimersByTime(1_000);
    expect(run).not.toHaveBeenCalled();
    rest.ask();
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
