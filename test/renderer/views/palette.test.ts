import { describe, expect, it } from 'vitest';
import { Commands } from '../../../src/renderer/commands/commands.ts';
import { paperItem } from '../../../src/renderer/views/palette/palette-items.ts';
import { Palette } from '../../../src/renderer/views/palette/palette.svelte.ts';
import { row } from '../fake-client.ts';
import { startApp } from '../state/started-app.ts';

describe('the palette', () => {
  it('has a paper in sight that is chosen: the page that covers it goes, and it comes to the front', async () => {
    const { app, client } = await startApp([row('a'), row('b')]);
    app.pages.open = { kind: 'calendar', date: null };
    expect(app.layout.front).toBe('list');
    const palette = new Palette(app, new Commands(app, false));
    await palette.choose(paperItem(client.paper('b')));
    expect(app.pages.open).toBeNull();
    expect(app.layout.front).toBe('reader');
    expect(app.list.selected).toBe('b');
  });
});
