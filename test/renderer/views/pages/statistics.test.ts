import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { Input, MethodName, Output } from '../../../../src/shared/contract.ts';
import { AppError } from '../../../../src/shared/errors.ts';
import type { Statistics } from '../../../../src/shared/model.ts';
import { FakeClient, row } from '../../fake-client.ts';
import { openWindow, press } from './open-window.ts';

const STATISTICS: Statistics = {
  today: '2024-02-06',
  total: 3,
  read: 1,
  days: [],
  streak: { current: 0, longest: 0 },
  votes: [],
  authors: [],
  words: { read: [], came: [] },
};

/** An engine that counts until it is told to end, or to go on. */
class SlowClient extends FakeClient {
  go: (() => void) | null = null;
  #end: ((error: AppError) => void) | null = null;

  override call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    if (method === 'library.statistics') {
      this.calls.push({ method, input });
      return new Promise((resolve, reject) => {
        this.go = () => resolve(STATISTICS as Output<M>);
        this.#end = reject;
      });
    }
    if (method === 'job.cancel') {
      this.calls.push({ method, input });
      this.go = null;
      this.#end?.(new AppError('cancelled', 'ended'));
      return Promise.resolve(undefined as Output<M>);
    }
    return super.call(method, input);
  }

  get job(): string {
    const asked = this.calls.findLast(({ method }) => method === 'library.statistics');
    return (asked?.input as Input<'library.statistics'>).job ?? '';
  }
}

afterEach(() => localStorage.clear());

describe('the statistics page of a large library', () => {
  it('tells how far the counting is, can be stopped, and asked for again', async () => {
    const papers = [row('a')];
    const client = new SlowClient(papers);
    await openWindow(papers, client);
    await press('S', { shiftKey: true });
    const page = within(await screen.findByRole('region', { name: 'Statistics' }));
    const bar = await page.findByRole('progressbar', { name: 'Counting' });
    client.emit({ type: 'progress', job: client.job, done: 0.4 });
    await waitFor(() => expect(bar).toHaveAttribute('value', '0.4'));
    const body = page.getByRole('group', { name: 'Statistics' });
    const stop = page.getByRole('button', { name: 'Stop' });
    stop.focus();
    await fireEvent.click(stop);
    expect(await page.findByRole('heading', { name: 'Counting was stopped' })).toBeVisible();
    expect(page.queryByRole('progressbar', { name: 'Counting' })).toBeNull();
    expect(client.calls).toContainEqual({ method: 'job.cancel', input: { job: client.job } });
    await waitFor(() => expect(body).toHaveFocus());

    const again = page.getByRole('button', { name: 'Count again' });
    again.focus();
    await fireEvent.click(again);
    await waitFor(() => expect(body).toHaveFocus());
    expect(page.queryByRole('heading', { name: 'Counting was stopped' })).toBeNull();
    await waitFor(() => expect(client.go).not.toBeNull());
    client.go?.();
    expect(await page.findByText('Days in a row')).toBeVisible();
    expect(page.queryByRole('button', { name: 'Count again' })).toBeNull();
  });
});
