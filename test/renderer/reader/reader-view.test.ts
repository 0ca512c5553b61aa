import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/shared/errors.ts';
import type { PaperDetail } from '../../../src/shared/model.ts';
import type { App } from '../../../src/renderer/state/app.svelte.ts';
import ReaderView from '../../../src/renderer/views/reader/ReaderView.svelte';
import { FakeHost, NOTHING_FOUND, NOTHING_TO_UNDO, outlineOf, paperOf, stage } from './stage.ts';

let papers: Map<string, PaperDetail>;
let refuse = false;
let host: FakeHost;
let app: App;

beforeEach(() => {
  papers = new Map();
  refuse = false;
  host = new FakeHost({
    'paper.read': ({ paper }) => {
      const found = papers.get(paper);
      if (!found) throw new AppError('not-found', 'gone');
      return found;
    },
    'query.open': async ({ query: { view } }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const title = `Of ${view.kind === 'dates' ? view.dates : ''}`;
      return { ...NOTHING_FOUND, total: 1, rows: [paperOf('x', { title })] };
    },
    'state.change': ({ change }) => {
      if (refuse) throw new AppError('write-failed', 'disk full', { retryable: true });
      if (change.kind === 'note') {
        const paper = papers.get(change.paper);
        if (paper) papers.set(paper.id, { ...paper, note: { text: change.text, updated: 9 } });
      }
      if (change.kind === 'media.paper') {
        const paper = papers.get(change.paper);
        if (paper) papers.set(paper.id, { ...paper, mediaAllowed: change.value });
      }
      return { changed: 1, undo: NOTHING_TO_UNDO };
    },
  });
  app = stage(ReaderView, host);
});

async function show(paper: PaperDetail): Promise<void> {
  papers.set(paper.id, paper);
  await app.reader.show(paper.id);
  await tick();
}

function notesSaved(): unknown[] {
  return host.asked('state.change').map((input) => (input as { change: unknown }).change);
}

describe('the reading pane', () => {
  it('says what to do when nothing is selected', () => {
    expect(screen.getByRole('heading', { name: 'No paper selected' })).toBeVisible();
  });

  it('shows a paper whole, its LaTeX set', async () => {
    await show(paperOf('a', { title: 'M$^{2}$ and \\textsc{Step}', arxivId: '2402.00001' }));
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.querySelector('.katex')).not.toBeNull();
    expect(heading).toHaveTextContent('and Step');
    expect(heading).toHaveAttribute('lang', 'en');
    expect(screen.getByText('arXiv:2402.00001')).toBeVisible();
    expect(screen.getByText('요약 문장입니다.')).toHaveAttribute('lang', 'ko');
    expect(screen.getByRole('document', { name: 'Text of the paper' })).toHaveAttribute(
      'tabindex',
      '0',
    );
  });

  it('tells 0 votes from no votes', async () => {
    await show(paperOf('a', { votes: 0 }));
    expect(screen.getByText('0 votes')).toBeVisible();
    await show(paperOf('b', { votes: null }));
    expect(screen.queryByText(/votes/)).toBeNull();
  });

  it('keeps long author lists short until all are asked for', async () => {
    const authors = Array.from({ length: 12 }, (_, index) => `Author ${index}`);
    await show(paperOf('a', { authors }));
    expect(screen.queryByText(/Author 11/)).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Show all 12 authors' }));
    expect(screen.getByText(/Author 11/)).toBeVisible();
  });

  it('opens links through the host, from buttons and from the text, each address once', async () => {
    const links = {
      page: 'https://arxiv.org/abs/1',
      abstract: 'https://arxiv.org/abs/1',
      pdf: 'https://arxiv.org/pdf/1',
      project: null,
      code: 'https://code.example/x',
    };
    await show(paperOf('a', { links, text: 'see [here](https://a.example/)' }));
    const group = screen.getByRole('group', { name: 'Links of this paper' });
    const buttons = within(group).getAllByRole('button');
    expect(buttons.map((button) => button.textContent.trim())).toEqual(['Abstract', 'PDF', 'Code']);
    for (const button of buttons) await fireEvent.click(button);
    await fireEvent.click(screen.getByRole('link', { name: 'here' }));
    expect(host.links).toEqual([
      'https://arxiv.org/abs/1',
      'https://arxiv.org/pdf/1',
      'https://code.example/x',
      'https://a.example/',
    ]);
  });

  it('tells that a paper could not be read, and tries again', async () => {
    await app.reader.show('a');
    expect(await screen.findByRole('alert')).toHaveTextContent('This paper could not be read');
    papers.set('a', paperOf('a'));
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Paper a' })).toBeVisible();
  });
});

describe("the day's other papers", () => {
  it('take the focus once the day of the paper shown has been read, not that of the one before', async () => {
    const at = (id: string, date: string): PaperDetail => {
      const [first] = paperOf(id).appearances;
      if (first === undefined) throw new Error('a paper without appearance');
      return paperOf(id, { appearances: [{ ...first, date }] });
    };
    await show(at('a', '2024-02-05'));
    expect(await screen.findByRole('button', { name: /Of 2024-02-05/ })).toBeVisible();
    await show(at('b', '2024-02-06'));
    // The same paper anew, as when it becomes read.
    await app.reader.refresh(null);
    expect(await app.panes.reader?.focusDay()).toBe(true);
    expect(document.activeElement).toHaveTextContent('Of 2024-02-06');
  });
});

describe('media', () => {
  const mediaItems = [
    { kind: 'image', url: 'https://cdn.example/a.png', src: 'media/1' },
    { kind: 'video', url: 'https://cdn.example/b.mp4', src: 'media/2' },
  ] as const;

  it('load nothing before the reader allows it, and then only from the app itself', async () => {
    await show(paperOf('a', { mediaItems }));
    expect(document.querySelector('img, video')).toBeNull();
    expect(screen.getAllByText('From cdn.example, not loaded yet')).toHaveLength(2);
    await fireEvent.click(screen.getByRole('button', { name: 'Load' }));
    await waitFor(() => expect(document.querySelector('img')).not.toBeNull());
    expect(notesSaved()).toEqual([{ kind: 'media.paper', paper: 'a', value: true }]);
    const image = document.querySelector('img');
    expect(image?.getAttribute('src')).toBe('media/1');
    expect(image?.getAttribute('referrerpolicy')).toBe('no-referrer');
    const video = document.querySelector('video');
    expect(video?.getAttribute('src')).toBe('media/2');
    expect(video?.preload).toBe('metadata');
    expect(video?.autoplay).toBe(false);
  });

  it('can be allowed for the folder of the digest', async () => {
    app.outline.current = outlineOf([{ id: 'f', path: '/digests' }]);
    await show(paperOf('a', { mediaItems }));
    await fireEvent.click(screen.getByRole('button', { name: 'Always for this folder' }));
    expect(notesSaved()).toEqual([{ kind: 'media.folder', path: '/digests', value: true }]);
  });

  it('that fail say so, and can be tried again or opened elsewhere', async () => {
    await show(paperOf('a', { mediaItems: [mediaItems[0]], mediaAllowed: true }));
    const first = screen.getByRole('img');
    await fireEvent.error(first);
    expect(screen.getByRole('alert')).toHaveTextContent('This picture could not be loaded.');
    await fireEvent.click(screen.getByRole('button', { name: 'Open in the browser' }));
    expect(host.links).toEqual(['https://cdn.example/a.png']);
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('img')).not.toBe(first);
  });
});
