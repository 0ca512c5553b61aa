import { beforeEach, expect, test, vi } from 'vitest';
import { createPlatform } from '../../../src/renderer/api/platform.ts';
import type { Client, HostInfo } from '../../../src/shared/contract.ts';

const browser: HostInfo = { host: 'browser', version: '1', platform: 'linux', dataDir: '/d' };
const never: Client = {
  call: () => Promise.reject(new Error('the page does it itself')),
  listen: () => () => undefined,
};
const platform = createPlatform(never, window);
const followed: string[] = [];

beforeEach(() => {
  followed.length = 0;
  vi.restoreAllMocks();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    followed.push(this.href);
  });
});

test('a letter is begun once the reader has seen the whole address, and not without', async () => {
  const address = 'mailto:kim@example.org?subject=%EB%85%BC%EB%AC%B8';
  const ask = vi.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValue(true);
  await platform.openLink(browser, address);
  expect(followed).toEqual([]);
  await platform.openLink(browser, address);
  expect(followed).toEqual([address]);
  for (const [question] of ask.mock.calls) expect(question).toContain(address);
});

test.each([
  'mailto:a@x.org?attach=/etc/passwd',
  'mailto:a@x.org?subject=x%0D%0ABcc:spy@evil.example',
  'http://example.org/',
  'javascript:alert(1)',
  'not an address',
])('%s is refused without a question', async (url) => {
  const ask = vi.spyOn(window, 'confirm').mockReturnValue(true);
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  await expect(platform.openLink(browser, url)).rejects.toMatchObject({ code: 'link-blocked' });
  expect(ask).not.toHaveBeenCalled();
  expect(open).not.toHaveBeenCalled();
  expect(followed).toEqual([]);
});
