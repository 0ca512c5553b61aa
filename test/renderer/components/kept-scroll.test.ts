import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptScroll } from '../../../src/renderer/components/kept-scroll.ts';
import { Toasts } from '../../../src/renderer/state/toasts.svelte.ts';
import { Workspace } from '../../../src/renderer/state/workspace.ts';
import { FakeClient } from '../fake-client.ts';

let client: FakeClient;
let node: HTMLElement;

beforeEach(() => {
  client = new FakeClient([]);
  node = document.createElement('div');
  document.body.append(node);
});
afterEach(() => node.remove());

async function start(): Promise<Workspace> {
  const workspace = new Workspace(client, new Toasts());
  await workspace.load();
  return workspace;
}

function scrollTo(top: number): void {
  node.scrollTop = top;
  node.dispatchEvent(new Event('scroll'));
}

/** What comes into the element later. */
async function fill(): Promise<void> {
  node.scrollTop = 0;
  node.append(document.createElement('p'));
  await Promise.resolve();
}

describe('a scroll position that is kept', () => {
  it('is there at the next start, and again when the content comes later or something else scrolls', async () => {
    const one = await start();
    keptScroll(one, 'place', 'a')(node);
    scrollTo(120);
    await one.flush();

    node.scrollTop = 0;
    const end = keptScroll(await start(), 'place', 'a')(node);
    expect(node.scrollTop).toBe(120);
    await fill();
    expect(node.scrollTop).toBe(120);
    scrollTo(7);
    expect(node.scrollTop).toBe(120);
    end?.();
  });

  it('yields to the reader, and keeps where they go', async () => {
    const one = await start();
    keptScroll(one, 'place')(node);
    scrollTo(120);
    await one.flush();

    const two = await start();
    keptScroll(two, 'place')(node);
    dispatchEvent(new WheelEvent('wheel'));
    scrollTo(300);
    await fill();
    expect(node.scrollTop).toBe(0);
    await two.flush();
    expect(client.workspace).toMatchObject({ place: { top: 300 } });
  });

  it('is none of something else, and none of what was closed', async () => {
    const one = await start();
    const close = keptScroll(one, 'place', 'a')(node);
    scrollTo(120);
    await one.flush();
    node.scrollTop = 0;
    keptScroll(await start(), 'place', 'b')(node);
    expect(node.scrollTop).toBe(0);

    close?.();
    await one.flush();
    keptScroll(await start(), 'place', 'a')(node);
    expect(node.scrollTop).toBe(0);
  });
});
