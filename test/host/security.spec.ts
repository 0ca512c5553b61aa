import { inspect } from 'node:util';
import { ask, expect, test } from './host.ts';

test('only the main frame of the app’s own page is answered', async ({ launch }) => {
  const app = await launch();
  await app.page();
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  expect(await app.call('host.info', {})).toMatchObject({ ok: true });
  const frames = [
    null,
    { origin: 'https://evil.example', url: 'https://evil.example/' },
    { origin: 'app://lectern', url: 'app://lectern/index.html' },
    { origin: 'app://lectern.evil', url: 'app://lectern.evil/' },
    { origin: 'null', url: 'about:blank' },
  ];
  for (const frame of frames) {
    expect(await app.call('host.info', {}, { frame }), JSON.stringify(frame)).toMatchObject(
      forbidden,
    );
  }
  expect(await app.call('host.info', {}, { foreign: true })).toMatchObject(forbidden);
});

test('a page of another origin in the main frame is refused', async ({ launch }) => {
  const app = await launch();
  await app.page();
  await app.rpc.call('window.relocate', { id: 1, origin: 'https://evil.example' });
  expect(await app.call('state.settings', {})).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
});

test('a wrong method or input gets an error object, never a rejection', async ({ launch }) => {
  const app = await launch();
  const page = await app.page();
  const odd: unknown[] = [
    null,
    undefined,
    0,
    -1,
    1e308,
    '',
    'x',
    true,
    [],
    [[]],
    {},
    { extra: 1 },
    { path: 3 },
    { path: '' },
    { path: 'a\0b' },
    { url: {} },
    { text: null },
    { __proto__: null },
    new Map([[1, 2]]),
    new Date(0),
    new Uint8Array(3),
    { change: { kind: 'read', papers: 'x', value: 1 } },
    { toString: 1 },
  ];
  const methods: unknown[] = [
    'no.such',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'host',
    'host.',
    'host.nothing',
    'host.openLink',
    'host.copyText',
    'host.saveFile',
    'folders.open',
    'state.change',
    'query.open',
    'query.rows',
    'paper.read',
    'media.resolve',
    'export.render',
    null,
    undefined,
    5,
    {},
    [],
    ['host.info'],
  ];
  for (const method of methods) {
    for (const input of odd) {
      const answer = await app.call(method, input);
      expect(answer, inspect([method, input])).toMatchObject({
        ok: false,
        error: { message: expect.any(String) as unknown },
      });
    }
  }
  expect(await ask(page, 'no.such')).toMatchObject({
    ok: false,
    error: { code: 'unknown-method' },
  });
  expect(await ask(page, 'folders.open', { path: 1 })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(app.openedExternally).toEqual([]);
  expect(app.dialogs).toEqual([]);
  expect(app.output).toBe('');
});

test('the page stays where it is', async ({ launch }) => {
  const app = await launch();
  const { page, foreignRequests } = await app.electronPage();
  const before = page.url();
  // As texts: these run in the page, and the types of a page are not known here.
  const moves = [
    `location.href = 'https://evil.example/'`,
    `location.href = '/other.html'`,
    `location.reload()`,
    `{
      const form = document.createElement('form');
      form.action = 'https://evil.example/form';
      document.body.append(form);
      form.submit();
    }`,
    `{
      const link = Object.assign(document.createElement('a'), { href: 'https://evil.example/link' });
      document.body.append(link);
      link.click();
    }`,
    `document.head.insertAdjacentHTML(
      'beforeend',
      '<meta http-equiv="refresh" content="0;url=https://evil.example/refresh">',
    )`,
    `document.body.insertAdjacentHTML(
      'beforeend',
      '<iframe src="https://evil.example/frame"></iframe>',
    )`,
  ];
  for (const move of moves) {
    await page.evaluate(move);
    // The bridge answers only after the page has had its turn, and only while it is still there.
    expect(await ask(page, 'host.info')).toMatchObject({ ok: true });
  }
  expect(page.url()).toBe(before);
  expect(foreignRequests).toEqual([]);
});

test('new windows are denied; what they asked for opens outside only when it is https', async ({
  launch,
}) => {
  const app = await launch();
  const { page, foreignRequests } = await app.electronPage();
  await page.evaluate(`{
    open('https://arxiv.org/abs/2402.01391');
    open('http://insecure.example/');
    open('file:///etc/passwd');
    open('about:blank');
  }`);
  await expect.poll(() => app.openedExternally).toEqual(['https://arxiv.org/abs/2402.01391']);
  await expect.poll(() => page.context().pages().length).toBe(1);
  // None of them was allowed to come about by itself.
  expect(foreignRequests).toEqual([]);
});

test('links are opened outside only after a check', async ({ launch }) => {
  const app = await launch();
  const page = await app.page();
  expect(await ask(page, 'host.openLink', { url: 'https://arxiv.org/abs/1' })).toMatchObject({
    ok: true,
  });
  for (const url of [
    'http://evil.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'https://user:secret@evil.example/',
    'ms-msdt:/id',
    '',
    'arxiv.org',
    'vscode://x',
    ' javascript:alert(1)',
    'mailto:a@example.org?attach=/etc/passwd',
    'mailto:a@example.org?subject=x%0D%0ABcc:spy@evil.example',
  ]) {
    expect(await ask(page, 'host.openLink', { url }), url).toMatchObject({
      ok: false,
      error: { code: 'link-blocked' },
    });
  }
  expect(app.openedExternally).toEqual(['https://arxiv.org/abs/1']);
});

test('an address on a host that is not known is shown whole, and opened only when the reader says so', async ({
  launch,
}) => {
  const answers = [
    { response: 1, checkboxChecked: true },
    { response: 0, checkboxChecked: false },
    { response: 0, checkboxChecked: true },
  ];
  const app = await launch({
    dialog: () => answers.shift() ?? { response: 1, checkboxChecked: false },
  });
  const page = await app.page();
  const open = (url: string) => ask(page, 'host.openLink', { url });
  const address = `https://arxiv.org.evil.example/${'a'.repeat(500)}?q=%EA%B0%80#end`;
  for (let turn = 0; turn < 4; turn++) expect(await open(address)).toMatchObject({ ok: true });
  // Refused, opened, opened and trusted, opened without a question.
  expect(app.dialogs.map(({ options }) => options['detail'])).toEqual([address, address, address]);
  expect(app.openedExternally).toEqual([address, address, address]);
  for (const known of ['https://huggingface.co/papers/1', 'https://www.doi.org/10.1/x']) {
    await open(known);
    expect(app.openedExternally.at(-1)).toBe(known);
  }
  // A new port is another host, and neither dots nor letters that only look alike make one known.
  for (const other of ['https://arxiv.org:8443/', 'https://notarxiv.org/', 'https://аrxiv.org/']) {
    await open(other);
  }
  expect(app.dialogs).toHaveLength(6);
  expect(app.openedExternally).toHaveLength(5);
});

test('a letter is begun only after the reader has seen the address whole, each time', async ({
  launch,
}) => {
  const answers = [
    { response: 1, checkboxChecked: false },
    { response: 0, checkboxChecked: true },
  ];
  const app = await launch({
    dialog: () => answers.shift() ?? { response: 1, checkboxChecked: false },
  });
  const page = await app.page();
  const url = 'mailto:kim@example.org?subject=Question';
  for (let turn = 0; turn < 3; turn++) {
    expect(await ask(page, 'host.openLink', { url })).toMatchObject({ ok: true });
  }
  expect(app.dialogs.map(({ options }) => options['detail'])).toEqual([url, url, url]);
  expect(app.openedExternally).toEqual([url]);
});

test('a page cannot bury the reader in questions', async ({ launch }) => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const app = await launch({
    dialog: async () => {
      await answered;
      return { response: 1, checkboxChecked: false };
    },
  });
  const page = await app.page();
  const asked = Array.from({ length: 20 }, (_, index) =>
    ask(page, 'host.openLink', { url: `https://evil.example/${index}` }),
  );
  // All but the first are answered while that one waits.
  await Promise.all(asked.slice(1));
  answer();
  await asked[0];
  expect(app.dialogs).toHaveLength(1);
  expect(app.openedExternally).toEqual([]);
});

test('permissions, devices and downloads are denied', async ({ launch }) => {
  const app = await launch();
  const page = await app.page();
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fullscreen',
    'unknown',
  ]) {
    expect(await app.rpc.call('permission', permission), permission).toEqual({
      requested: false,
      checked: false,
    });
  }
  // A player shows no button for it.
  expect(await page.evaluate('document.fullscreenEnabled')).toBe(false);
  for (const device of ['hid', 'serial', 'usb']) {
    expect(await app.rpc.call('device', device)).toBe(false);
  }
  expect(await app.rpc.call('download')).toBe(true);
});

test('the scheme serves the built page and nothing else', async ({ launch }) => {
  const app = await launch();
  await app.page();
  const request = (url: string, method = 'GET') =>
    app.rpc.call<{ status: number; headers: [string, string][]; body: Uint8Array }>('request', {
      url,
      method,
      headers: [],
    });
  const index = await request('app://lectern/index.html');
  expect(index.status).toBe(200);
  expect(Object.fromEntries(index.headers)['content-security-policy']).toContain(
    "default-src 'none'",
  );
  for (const url of [
    'app://lectern/../main/index.js',
    'app://lectern/%2e%2e/main/index.js',
    'app://lectern/..%2fmain/index.js',
    'app://lectern/..\\main\\index.js',
    'app://lectern/..%5cmain%5cindex.js',
    'app://lectern/index.html%00',
    'app://lectern//etc/passwd',
    'app://lectern/assets/',
    'app://lectern/%252e%252e/main/index.js',
  ]) {
    const { status, body } = await request(url);
    expect([url, status, body.length]).toEqual([url, 404, 0]);
  }
  expect((await request('app://other/index.html')).status).toBe(403);
  expect((await request('app://lectern/index.html', 'POST')).status).toBe(405);
  expect((await request('app://lectern/media/none')).status).toBe(404);
});

test('the policy keeps inline script, foreign images and connections out of the real page', async ({
  launch,
}) => {
  const app = await launch();
  const { page, foreignRequests } = await app.electronPage();
  const outcome = await page.evaluate(`(async () => {
    const script = Object.assign(document.createElement('script'), { textContent: 'ran = true' });
    document.body.append(script);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="https://evil.example/i.png" onerror="ran = true">' +
        '<style>body { background: url(https://evil.example/b.png) }</style>',
    );
    const fetched = await fetch('https://evil.example/x').then(() => 'sent', () => 'refused');
    // Later: what the debugger itself runs may evaluate.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve((0, eval)('1'));
        } catch {
          resolve('refused');
        }
      });
    });
    return { ran: 'ran' in globalThis, fetched, evaluated };
  })()`);
  expect(outcome).toEqual({ ran: false, fetched: 'refused', evaluated: 'refused' });
  expect(foreignRequests).toEqual([]);
});
