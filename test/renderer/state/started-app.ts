import type { PaperRow } from '../../../src/shared/model.ts';
import { App } from '../../../src/renderer/state/app.svelte.ts';
import { FakeClient, fakePlatform, fakeTransport } from '../fake-client.ts';
import { vi } from 'vitest';

export interface Started {
  readonly app: App;
  readonly client: FakeClient;
  readonly platform: ReturnType<typeof fakePlatform>;
  readonly transport: ReturnType<typeof fakeTransport>;
  stop(): void;
}

/** An App on a fake engine, with its first list shown. */
export async function startApp(papers: readonly PaperRow[]): Promise<Started> {
  const client = new FakeClient(papers);
  const platform = fakePlatform();
  const transport = fakeTransport();
  const app = new App(client, platform, transport);
  const stop = app.start(() => undefined);
  await vi.waitUntil(() => app.list.ready && app.outline.current !== null && app.host !== null);
  return { app, client, platform, transport, stop };
}

/** Lets every answer that is under way arrive. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}
