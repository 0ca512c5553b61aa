// What the views of views.js show: sample digests, pictures, and reader state of everything.
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.js';

/** @typedef {import('@playwright/test').Page} Page */

const NOTE =
  '**Try this** on our data: the loss is $-\\log \\sigma(\\beta \\Delta)$.\n\n- [x] read the appendix\n- [ ] 진 님께 기준선을 여쭤보기';

/** A chart, for the pictures that no network brings. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450" width="800" height="450">
<rect width="800" height="450" fill="#fff"/><g fill="#7a93b8">${[120, 190, 160, 260, 310, 280, 350]
  .map(
    (height, n) => `<rect x="${70 + n * 98}" y="${400 - height}" width="60" height="${height}"/>`,
  )
  .join('')}</g><path d="M40 400H770" stroke="#333" stroke-width="2"/></svg>`;

/** The sample digests, with two files in which no digest is found, in a folder of one's own. */
export async function makeSamples(folder) {
  await cp(join(root, 'resources', 'samples'), folder, { recursive: true });
  await writeFile(
    join(folder, 'ideas.md'),
    '# Ideas\n\n## For the reading group\n\n- begin with [Adam](https://arxiv.org/abs/1412.6980)\n- $O(n^2)$ is fine\n',
  );
  await writeFile(join(folder, '2025', '06', '05.json'), '{ "papers": [');
}

/** Answers what is asked of the network by the host with a picture. @param {Page} page */
export async function answerMedia(page) {
  await page.route('**/media/**', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }),
  );
}

/** Asks the host as the page does. @param {Page} page */
function ask(page, method, input) {
  return page.evaluate(
    async ([name, value]) => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(`/api/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(value),
      });
      const result = await answer.json();
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value;
    },
    [method, input],
  );
}

/** Lists, notes with an earlier version, marks: something for each view to show. @param {Page} page */
export async function makeState(page) {
  await page.locator('[data-pane="list"] [role="option"][aria-posinset]').first().waitFor();
  const query = {
    view: { kind: 'all' },
    search: '',
    sort: 'auto',
    descending: true,
    group: 'none',
    unreadOnly: false,
  };
  const { result } = await ask(page, 'query.open', { query, keep: null, locate: null });
  const ids = await ask(page, 'query.ids', { result, part: 'all', index: 0 });
  const change = (value) => ask(page, 'state.change', { change: value });
  const list = (id, name, rest) =>
    change({
      kind: 'list.put',
      list: {
        id,
        name,
        papers: [],
        created: 1_748_822_400_000,
        description: '',
        colour: null,
        group: '',
        query: null,
        ...rest,
      },
      index: 1,
    });
  await list('smart', '모델 | model', { query: '모델 OR model', colour: 'purple' });
  await list('thesis', '학위 논문 2장 · Thesis', {
    papers: ids.slice(1, 9),
    description: 'What **chapter two** stands on: attention, optimisers, normalisation.',
    colour: 'teal',
    group: 'Thesis',
  });
  await list('group', 'Reading group', { papers: ids.slice(4, 7), colour: 'orange' });
  await change({
    kind: 'note',
    paper: ids[1],
    text: `${NOTE}\n\n${'An earlier thought. '.repeat(20)}`,
  });
  await change({ kind: 'note', paper: ids[1], text: NOTE });
  await change({ kind: 'star', papers: [ids[1], ids[3]], value: true });
  await change({ kind: 'read', papers: ids.slice(8, 15), value: true });
  // A restore leaves a backup behind.
  const { text } = await ask(page, 'data.backupFile', {});
  await ask(page, 'data.restore', { source: { kind: 'text', text } });
}
