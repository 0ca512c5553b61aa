import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inBrowserOnly, openDigests, reader, rows, selectedRow, test } from './lectern.ts';

interface Call {
  readonly call: number;
  readonly method: string;
  readonly input: {
    readonly query?: { readonly search: string };
    readonly offset?: number;
  };
}

test('search goes through titles, authors and text, Korean inside words too', async ({
  lectern,
}) => {
  const page = await openDigests(lectern);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Search papers' });
  await expect(field).toBeFocused();
  for (const [words, title] of [
    ['학습으로', '강화학습으로 다듬은 요약'],
    ['alvarez', 'Loom'],
    ['전수 검색', '느린 검색의 미학'],
    ['mooring agents', 'Harbour'],
  ] as const) {
    await field.fill(words);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(title);
  }
  await field.press('Enter');
  await expect(selectedRow(page)).toContainText('Harbour');
  await page.keyboard.press('/');
  await field.fill('nothing has this');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await field.press('Escape');
  await expect(field).toHaveValue('');
  await expect(rows(page)).toHaveCount(15);
});

test('a word that is composed narrows the list and never empties it', async ({
  lectern,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'input methods are driven through its protocol');
  const folder = join(lectern.dir, 'papers');
  await mkdir(folder);
  const papers = ['큰 모델', '모두', '몸'].map(
    (text, index) => `### [Tide ${index}](https://arxiv.org/abs/2402.0000${index})\n\n- ${text}\n`,
  );
  await writeFile(join(folder, '2024-02-05.md'), papers.join('\n'));
  const page = await lectern.start(folder);
  await expect(rows(page)).toHaveCount(3);
  const ime = await page.context().newCDPSession(page);
  const field = page.getByRole('combobox', { name: 'Search papers' });
  const compose = (text: string): Promise<unknown> =>
    ime.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await page.keyboard.press('/');
  for (const [state, count] of [
    ['ㅁ', 3],
    ['모', 3],
    ['몯', 2],
    ['모데', 1],
    ['모델', 1],
  ] as const) {
    await compose(state);
    await expect(field).toHaveValue(state);
    await expect(rows(page)).toHaveCount(count);
    await expect(page.getByText('Did you mean')).toBeHidden();
  }
  await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Tide 0');

  // A key that the input method has taken: the search is not left.
  await ime.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await expect(field).toBeFocused();
  await ime.send('Input.insertText', { text: '모델' });
  await expect(field).toHaveValue('모델');
  await expect(rows(page)).toHaveCount(1);

  // Once it is finished, the same text is looked for as it stands.
  await field.fill('');
  await expect(rows(page)).toHaveCount(3);
  await compose('모데');
  await expect(rows(page)).toHaveCount(1);
  await ime.send('Input.insertText', { text: '모데' });
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).not.toBeFocused();
});

test.describe('from far down a long list', () => {
  inBrowserOnly();

  test('a search shows its first hits at once, and asks for no rows of the place that it leaves', async ({
    lectern,
  }) => {
    const folder = join(lectern.dir, 'papers');
    await mkdir(folder);
    const papers = Array.from(
      { length: 400 },
      (_, index) => `### [Tide Table ${index}](https://arxiv.org/abs/2402.${10_000 + index})\n`,
    );
    await writeFile(join(folder, '2024-02-05.md'), papers.join('\n'));
    const page = await lectern.start(folder);
    const heard = { onCall: (call: Call): unknown => call, onAnswer: (): unknown => null };
    page.on('websocket', (socket) => {
      let search = -1;
      socket.on('framesent', ({ payload }) => {
        const call = JSON.parse(String(payload)) as Call;
        if (call.method === 'query.open' && call.input.query?.search === 'tide') search = call.call;
        heard.onCall(call);
      });
      socket.on('framereceived', ({ payload }) => {
        const { call } = JSON.parse(String(payload)) as { readonly call?: number };
        if (call === search) heard.onAnswer();
      });
    });
    await page.reload();
    await expect(rows(page).first()).toHaveAttribute('aria-setsize', '400');
    await page.getByRole('listbox').first().focus();
    await page.keyboard.press('End');
    await expect(selectedRow(page)).toContainText('Tide Table 399');
    await page.keyboard.press('/');
    // The last paper was marked as read, so that its rows may be asked for again before the search has its answer.
    let isAnswered = false;
    const offsets: (number | undefined)[] = [];
    heard.onAnswer = () => (isAnswered = true);
    heard.onCall = ({ method, input }) => {
      if (isAnswered && method === 'query.rows') offsets.push(input.offset);
    };
    await page.keyboard.insertText('tide');
    await expect(selectedRow(page)).toContainText('Tide Table 0');
    await expect(selectedRow(page)).toBeInViewport();
    await expect(reader(page).getByRole('heading', { level: 1 })).toContainText('Tide Table 0');
    expect(isAnswered).toBe(true);
    expect(offsets.filter((offset) => offset !== 0)).toEqual([]);
  });
});
