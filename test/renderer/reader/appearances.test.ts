import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Appearance, PaperDetail } from '../../../src/shared/model.ts';
import type { App } from '../../../src/renderer/state/app.svelte.ts';
import ReaderView from '../../../src/renderer/views/reader/ReaderView.svelte';
import { FakeHost, outlineOf, paperOf, stage } from './stage.ts';

function printed(date: string | null, patch: Partial<Appearance> = {}): Appearance {
  return { folder: 'f', file: `${date ?? 'x'}.md`, date, votes: null, text: '', ...patch };
}

async function show(patch: Partial<PaperDetail>): Promise<{ app: App; host: FakeHost }> {
  const host = new FakeHost({ 'paper.read': () => paperOf('a', patch) });
  const app = stage(ReaderView, host);
  await app.reader.show('a');
  await tick();
  return { app, host };
}

const rows = (): string[] =>
  within(screen.getByRole('table', { name: 'In these digests' }))
    .getAllByRole<HTMLTableRowElement>('row')
    .map(({ cells }) =>
      [...cells].map((cell) => cell.textContent.trim().replace(/\s+/g, ' ')).join(' | '),
    );

describe('where a paper was printed', () => {
  it('is not told of a paper that was printed once', async () => {
    await show({});
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is a table of days and the votes then, 0 told from none', async () => {
    await show({
      appearances: [
        printed('2024-02-05', { votes: 3 }),
        printed('2024-02-01', { votes: 0 }),
        printed(null),
      ],
    });
    expect(rows()).toEqual([
      'Day | Votes then',
      'Feb 5, 2024 | 3',
      'Feb 1, 2024 | 0',
      'no date | – not stated',
    ]);
  });

  it('tells folder and file when there is more than one folder', async () => {
    const { app } = await show({
      appearances: [
        printed('2024-02-05', { folder: 'f', file: '2024/05.md' }),
        printed('2024-02-05', { folder: 'g', file: 'a.md' }),
      ],
    });
    app.outline.current = outlineOf([
      { id: 'f', path: '/home/me/daily' },
      { id: 'g', path: '/home/me/weekly' },
    ]);
    await tick();
    expect(rows()).toEqual([
      'Day | Votes then | File',
      'Feb 5, 2024 | – not stated | daily/2024/05.md',
      'Feb 5, 2024 | – not stated | weekly/a.md',
    ]);
  });

  it('leads to the digest of that day, with the paper selected', async () => {
    const { host } = await show({ appearances: [printed('2024-02-05'), printed('2024-02-01')] });
    await fireEvent.click(screen.getByRole('button', { name: 'Show the digest of Feb 1, 2024' }));
    await waitFor(() =>
      expect(host.asked('query.open').slice(-1)).toMatchObject([
        { query: { view: { kind: 'dates', folder: 'f', dates: '2024-02-01' } }, locate: 'a' },
      ]),
    );
  });

  it('keeps a long table short until all of it is asked for', async () => {
    const days = Array.from({ length: 12 }, (_, index) =>
      printed(`2024-02-${String(28 - index)}`, { votes: index }),
    );
    await show({ appearances: days });
    expect(rows()).toHaveLength(1 + 8);
    await fireEvent.click(screen.getByRole('button', { name: 'Show all 12 digests' }));
    expect(rows()).toHaveLength(1 + 12);
  });
});

describe('the plot of votes', () => {
  it('says in words what it shows, with a point for each day', async () => {
    await show({
      appearances: [
        printed('2024-02-05', { votes: 1_200 }),
        printed('2024-02-03'),
        printed('2024-02-01', { votes: 3 }),
      ],
    });
    const plot = screen.getByRole('img', {
      name: 'Votes over time: 3 on Feb 1, 2024, 1,200 on Feb 5, 2024',
    });
    const points = [...plot.querySelectorAll('circle title')].map((title) => title.textContent);
    expect(points).toEqual(['Feb 1, 2024: 3 votes', 'Feb 5, 2024: 1,200 votes']);
  });

  it('sets no style that the content security policy would bar', async () => {
    await show({
      appearances: [printed('2024-02-05', { votes: 9 }), printed('2024-02-01', { votes: 3 })],
    });
    expect(screen.getByRole('img').closest('section')?.querySelector('[style]')).toBeNull();
  });

  it('is not there when votes are stated on one day only', async () => {
    await show({
      appearances: [
        printed('2024-02-05', { votes: 9 }),
        printed('2024-02-05', { votes: 3 }),
        printed('2024-02-01'),
      ],
    });
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('earlier summaries', () => {
  it('are folded with their day, and shown on demand', async () => {
    await show({
      text: 'newest words',
      appearances: [
        printed('2024-02-05', { text: '' }),
        printed('2024-02-04', { text: 'newest words' }),
        printed('2024-02-01', { text: 'older **words** <img src=x onerror=alert(1)>' }),
      ],
    });
    expect(screen.getAllByText('newest words')).toHaveLength(1);
    expect(screen.queryByText('older')).toBeNull();
    const title = screen.getByText('Summary of Feb 1, 2024');
    const details = title.closest('details');
    if (details === null) throw new Error('no disclosure');
    details.open = true;
    await fireEvent(details, new Event('toggle'));
    expect(screen.getByText('words').tagName).toBe('STRONG');
    expect(details.querySelector('img')).toBeNull();
  });

  it('are few until all are asked for', async () => {
    const appearances = Array.from({ length: 11 }, (_, index) =>
      printed(`2024-02-${String(28 - index)}`, { text: `text ${index}` }),
    );
    await show({ text: 'text 0', appearances });
    expect(screen.getAllByText(/^Summary of/)).toHaveLength(8);
    await fireEvent.click(screen.getByRole('button', { name: 'Show all 10 earlier summaries' }));
    expect(screen.getAllByText(/^Summary of/)).toHaveLength(10);
  });
});
