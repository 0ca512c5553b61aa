import { screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { MediaItem } from '../../../src/shared/model.ts';
import { row } from '../fake-client.ts';
import { settled } from '../state/started-app.ts';
import { openWindow, press } from '../views/pages/open-window.ts';

const picture = (name: string): MediaItem => ({
  kind: 'image',
  url: `https://example.org/${name}`,
  src: `media/${name}`,
});

afterEach(() => localStorage.clear());

describe('a picture as large as the window', () => {
  it('keeps the keys at the last picture, whose button to the next only says that there is none', async () => {
    const { app } = await openWindow([row('a')]);
    const { paper } = app.reader;
    if (paper === null) throw new Error('no paper is shown');
    app.reader.paper = { ...paper, mediaItems: [picture('one'), picture('two')] };
    app.dialogs.show({ kind: 'lightbox', src: 'media/one' });
    await settled();
    const next = screen.getByRole('button', { name: 'Next picture' });
    expect(next).toHaveAttribute('aria-disabled', 'false');
    next.click();
    await settled();
    expect(screen.getByAltText('Picture 2 of this paper')).toHaveAttribute('src', 'media/two');
    // A disabled one would lose the focus.
    expect(next).toBeEnabled();
    expect(next).toHaveAttribute('aria-disabled', 'true');
    next.click();
    await settled();
    expect(screen.getByAltText('Picture 2 of this paper')).toBeVisible();
    next.focus();
    await press('ArrowLeft');
    expect(screen.getByAltText('Picture 1 of this paper')).toHaveAttribute('src', 'media/one');
  });
});
