import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/server/arguments.ts';
import { openerOf } from '../../src/server/open-browser.ts';
import { TokenBucket } from '../../src/server/token-bucket.ts';

describe('the command line', () => {
  it('serves a folder on any free port and opens the browser, unless told otherwise', () => {
    const serve = { command: 'serve', folder: null, port: 0, open: true };
    expect(readArguments(['serve'])).toEqual(serve);
    expect(readArguments(['serve', '논문 폴더'])).toEqual({ ...serve, folder: '논문 폴더' });
    expect(readArguments(['serve', '--port', '4000', '--no-open', 'x'])).toEqual({
      command: 'serve',
      folder: 'x',
      port: 4000,
      open: false,
    });
    expect(readArguments(['serve', '--', '--odd'])).toEqual({ ...serve, folder: '--odd' });
  });

  it('explains itself', () => {
    for (const argv of [[], ['--help'], ['-h'], ['serve', '--help']]) {
      expect(readArguments(argv)).toEqual({ command: 'help' });
    }
    expect(readArguments(['--version'])).toEqual({ command: 'version' });
  });

  it.each([
    [['serve', '--port', '65536'], 'port'],
    [['serve', '--port', '-1'], 'port'],
    [['serve', '--port', '1e3'], 'port'],
    [['serve', '--port='], 'port'],
    [['serve', 'a', 'b'], 'one folder'],
    [['read'], 'command'],
    [['serve', '--unknown'], 'unknown'],
  ])('refuses %j in words', (argv, word) => {
    expect(() => readArguments(argv)).toThrow(new RegExp(word));
  });
});

describe('opening the browser', () => {
  it('hands the address over as one argument, never through a shell', () => {
    const url = 'http://127.0.0.1:1/#a&calc';
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const [command, args] = openerOf(platform, url);
      expect(command).not.toMatch(/sh|cmd/);
      expect(args.at(-1)?.endsWith(url)).toBe(true);
    }
  });
});

describe('the limit of calls', () => {
  it('lets a burst through, then as many as time brings back', () => {
    let now = 0;
    const bucket = new TokenBucket(10, 3, () => now);
    const take = (count: number): boolean[] => Array.from({ length: count }, () => bucket.take());
    expect(take(4)).toEqual([true, true, true, false]);
    now = 200;
    expect(take(3)).toEqual([true, true, false]);
    now = 60_000;
    expect(take(4)).toEqual([true, true, true, false]);
  });
});
