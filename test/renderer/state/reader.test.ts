import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReaderState } from '../../../src/renderer/state/reader.svelte.ts';
import { FakeClient, row } from '../fake-client.ts';

const asked = (client: FakeClient): readonly unknown[] =>
  client.calls.filter(({ method }) => method === 'paper.read').map(({ input }) => input);

describe('the paper in the reading pane', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is not asked for while a held key passes by it, and is shown where the key is let go', async () => {
    const client = new FakeClient(['a', 'b', 'c', 'd'].map((id) => row(id)));
    const reader = new ReaderState(client);
    await reader.show('a');
    for (const id of ['b', 'c', 'd']) {
      void reader.show(id, 'key');
      await vi.advanceTimersByTimeAsync(30);
      expect(reader.wanted).toBe(id);
      expect(reader.paper?.id).toBe('a');
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(reader.paper?.id).toBe('d');
    expect(asked(client)).toEqual([{ paper: 'a' }, { paper: 'd' }]);
  });

  it('is shown at once after the key, and nothing passed by comes later', async () => {
    const client = new FakeClient(['a', 'b', 'c'].map((id) => row(id)));
    const reader = new ReaderState(client);
    void reader.show('b', 'key');
    await reader.show('c');
    expect(reader.paper?.id).toBe('c');
    await vi.advanceTimersByTimeAsync(200);
    expect(reader.paper?.id).toBe('c');
    void reader.show('a', 'key');
    await reader.show(null);
    await vi.advanceTimersByTimeAsync(200);
    expect(reader.paper).toBeNull();
  });

  it('is shown once typing rests, also when a letter more leaves the best hit as it is', async () => {
    const client = new FakeClient(['a', 'b'].map((id) => row(id)));
    const reader = new ReaderState(client);
    await reader.show('a');
    void reader.show('b', 'typing');
    for (let letter = 0; letter < 4; letter += 1) {
      await vi.advanceTimersByTimeAsync(150);
      expect(reader.paper?.id).toBe('a');
      reader.typedOn();
    }
    expect(asked(client)).toEqual([{ paper: 'a' }]);
    await vi.advanceTimersByTimeAsync(250);
    expect(reader.paper?.id).toBe('b');
  });

  it('has the texts of its neighbours made ready, unless a key is held down', async () => {
    const client = new FakeClient(['a', 'b', 'c'].map((id) => row(id)));
    const prepared: string[] = [];
    const reader = new ReaderState(client, (text) => prepared.push(text));
    const { text } = await reader.detail('b');
    await reader.show('a');
    reader.prefetch(['b']);
    await vi.advanceTimersByTimeAsync(100);
    expect(prepared).toEqual([text]);
    reader.prefetch(['b', 'c']);
    void reader.show('c', 'key');
    await vi.advanceTimersByTimeAsync(200);
    expect(prepared).toEqual([text]);
    reader.prefetch(['b']);
    await vi.advanceTimersByTimeAsync(100);
    expect(prepared).toEqual([text, text]);
  });
});
