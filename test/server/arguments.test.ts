import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFormatNames } from '../../src/shared/export-formats.ts';
import { readArguments } from '../../src/server/arguments.ts';
import { COMMANDS, OPTIONS } from '../../src/server/cli/options.ts';
import { CommandError } from '../../src/server/cli/exit-code.ts';
import { usage } from '../../src/server/cli/usage.ts';
import { cliLanguage, cliWords } from '../../src/server/cli/words.ts';
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
    for (const argv of [[], ['--help'], ['-h'], ['help']]) {
      expect(readArguments(argv)).toEqual({ command: 'help', topic: null });
    }
    for (const argv of [
      ['serve', '--help'],
      ['help', 'serve'],
      ['-h', 'serve', 'x'],
    ]) {
      expect(readArguments(argv)).toEqual({ command: 'help', topic: 'serve' });
    }
    expect(readArguments(['--version'])).toEqual({ command: 'version' });
  });

  it.each([
    [['serve', '--port', '65536'], 'port'],
    [['serve', '--port', '-1'], 'port'],
    [['serve', '--port', '1e3'], 'port'],
    [['serve', '--port='], 'port'],
    [['serve', 'a', 'b'], 'too many'],
    [['read'], 'no command'],
    [['serch', 'x'], 'Did you mean search'],
    [['help', 'exprot'], 'Did you mean export'],
    [['serve', '--unknown'], 'Unknown option --unknown'],
    [['search', 'x', '--limt', '3'], 'Did you mean --limit'],
    [['export', '--al'], 'Did you mean --all'],
    [['export', '-x', '--all'], 'Unknown option -x'],
    [['search'], 'what to search for'],
    [['search', ' '], 'what to search for'],
    [['search', 'x', '--limit', '0'], 'from 1 on'],
    [['search', 'x', '--limit=-1'], 'from 1 on'],
    [['search', 'x', '--sort', 'vote'], 'Did you mean votes'],
    [['search', 'x', '--json=yes'], 'no value'],
    [['export', '--list'], 'needs a value'],
    [['export', '--list', '--notes'], 'needs a value'],
    [['export'], 'what to export'],
    [['export', '--all', '--format', 'bibtx'], 'Did you mean bibtex'],
    [['export', '--all', '--format', 'bibtex', '--bom'], '--bom is no option'],
    [['export', '--all', '--starred'], 'do not go together'],
    [['export', '--all', '--format', 'backup'], 'do not go together'],
    [['export', '--day', 'someday'], '2024-02-05'],
    [['export', '--all', '--format', 'obsidian', '--separate'], '--out'],
    [['export', '--all', '--format', 'obsidian', '--separate', '--out', '-'], '--out'],
    [['export', '--all', '--format', 'references', '--style', 'appa'], 'Did you mean apa'],
    [['import'], 'a file to import'],
    [['import', 'a', 'b'], 'too many'],
    [['import', 'a', '--merge', '--replace'], 'do not go together'],
  ])('refuses %j in words, in English and Korean', (argv, word) => {
    expect(() => readArguments(argv)).toThrow(word);
    expect(() => readArguments(argv, cliWords('ko'))).toThrow(/[가-힣]/);
  });
});

describe('the commands for scripts', () => {
  const order = { sort: 'auto', descending: true, limit: null };

  it('read a search with folders, order and limit, options anywhere', () => {
    expect(readArguments(['search', '강화 -lora', 'a', 'b'])).toEqual({
      command: 'search',
      query: '강화 -lora',
      folders: ['a', 'b'],
      order,
      json: false,
    });
    expect(
      readArguments(['search', '--sort', 'title', '--reverse', '--limit=5', '--json', '--', '-x']),
    ).toMatchObject({
      query: '-x',
      order: { sort: 'title', descending: true, limit: 5 },
      json: true,
    });
  });

  it('read an export: what, how, and where to', () => {
    expect(readArguments(['export', 'f', '--list', '세미나', '--format', 'csv', '--bom'])).toEqual({
      command: 'export',
      folders: ['f'],
      selection: { list: '세미나', search: null, day: null, starred: false },
      order,
      format: 'csv',
      out: null,
      title: null,
      notes: false,
      summaries: true,
      bom: true,
      separate: false,
      language: null,
      style: null,
      key: null,
      template: null,
    });
    expect(readArguments(['export', '--day', '7d', '-o', 'x.bib'])).toMatchObject({ out: 'x.bib' });
    expect(readArguments(['export', '--all', '--out', '-'])).toMatchObject({ out: null });
    expect(readArguments(['export', '--format', 'backup'])).toMatchObject({ selection: null });
  });

  it('read an import', () => {
    expect(readArguments(['import', '-', '--as-list', 'X', '--dry-run'])).toEqual({
      command: 'import',
      file: '-',
      listName: 'X',
      mode: 'merge',
      dryRun: true,
      json: false,
    });
    expect(readArguments(['import', 'a.json', '--replace'])).toMatchObject({ mode: 'replace' });
  });

  it('take any words for what they are, and fail by wrong usage alone', () => {
    const word = fc.oneof(
      fc.constantFrom(...COMMANDS, '--', '-', '--list', '--format', '--limit=3', '--json', '-o'),
      fc.constantFrom('--format=csv', '--all', '--sort=votes', '--__proto__', '--constructor=1'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (argv) => {
        try {
          readArguments(argv);
        } catch (error) {
          expect(error).toBeInstanceOf(CommandError);
          expect((error as CommandError).code).toBe(2);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('keep a list name, query and path exactly as they were given', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(text, text, text, (list, out, folder) => {
        const argv = ['export', `--list=${list}`, `--out=${out}`, '--', folder];
        expect(readArguments(argv)).toMatchObject({
          selection: { list },
          out: out === '-' ? null : out,
          folders: [folder],
        });
        expect(readArguments(['search', '--', list, folder])).toMatchObject({
          query: list,
          folders: [folder],
        });
      }),
    );
  });

  it('have every option in their help, in both languages', () => {
    for (const command of COMMANDS) {
      for (const language of ['ko', 'en'] as const) {
        for (const option of Object.keys(OPTIONS[command])) {
          expect(usage(command, language)).toContain(`--${option}`);
        }
      }
    }
    for (const format of exportFormatNames) expect(usage('export', 'ko')).toContain(format);
  });

  it.each([
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LC_MESSAGES: 'ko', LANG: 'C' }, 'ko'],
    [{ LC_ALL: '', LANG: 'ko' }, 'ko'],
    [{ LANG: 'kok_IN' }, 'en'],
    [{}, 'en'],
  ])('speak by the locale %j: %s', (env, language) => {
    expect(cliLanguage(env)).toBe(language);
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
