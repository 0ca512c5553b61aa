import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import SearchOptions from '../../../src/renderer/views/list/SearchOptions.svelte';

it('two things of one name are both offered', () => {
  const option = { text: 'list:model', field: 'list:model ', caret: 11 };
  render(SearchOptions, {
    id: 'options',
    options: [
      { ...option, detail: 'Seminar' },
      { ...option, detail: 'Thesis' },
    ],
    meant: 0,
    help: false,
    onpick: () => undefined,
  });
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Seminar'),
    expect.stringContaining('Thesis'),
  ]);
});
