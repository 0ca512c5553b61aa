/** Whatever is asked, through every way: an answer or an error that the contract names, and the host goes on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFormatNames, plainChoice } from '../../src/shared/export-formats.ts';
import { contract, type Input, type MethodName } from '../../src/shared/contract.ts';
import { isMethodName } from '../../src/shared/contract.ts';
import { digests, type Host } from './hosts.ts';
import { ways } from './ways.ts';

const RUNS = 40;

const nasty = fc.constantFrom(
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '\u202e가',
  '가'.repeat(400),
  '${1}',
  '*',
  '[',
  '\\',
);
const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 60 }), fc.string());
const paper = fc.oneof(
  fc.constantFrom('arxiv:2602.90110', 'arxiv:2603.90201', 'arxiv:0000.00000'),
  text,
);
const papers = fc.array(paper, { maxLength: 5 });
const result = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((n) => `r${n}`),
  text,
);
const listId = fc.oneof(fc.constantFrom('a', 'b'), text);
const index = fc.oneof(fc.nat(20), fc.maxSafeNat());
const folder = fc.record({ folder: text });
/** Never a folder that there is: that would be read, all of it. */
const missing = text.map((name) => `/lectern/no such folder/${name}`);
const view = fc.oneof(
  fc.record({ kind: fc.constantFrom('all', 'unread', 'starred', 'noted') }),
  fc.record({ kind: fc.constant('list'), list: listId }),
  fc.record({ kind: fc.constant('folder'), folder: text }),
  fc.record({
    kind: fc.constant('dates'),
    folder: text,
    dates: fc.constantFrom('', '2026', '2026-02', '2026-02-31', '0000'),
  }),
);
const listFields = {
  name: text,
  description: text,
  colour: fc.constantFrom('red', null),
  group: text,
  query: fc.option(text),
};
const list = fc.record({ id: listId, papers, created: index, ...listFields });
const change = fc.oneof(
  fc.record({ kind: fc.constantFrom('read', 'star'), papers, value: fc.boolean() }),
  fc.record({ kind: fc.constant('note'), paper, text }),
  fc.record({ kind: fc.constant('list.put'), list, index }),
  fc.record({ kind: fc.constant('list.move'), list: listId, index, group: text }),
  fc.record({
    kind: fc.constant('list.update'),
    list: listId,
    patch: fc.record(listFields, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('list.delete'), list: listId }),
  fc.record({
    kind: fc.constantFrom('list.add', 'list.remove', 'list.order'),
    list: listId,
    papers,
  }),
  fc.record({
    kind: fc.constant('settings'),
    patch: fc.record(
      { theme: fc.constantFrom('dark', 'light', ''), mediaAlways: fc.boolean() },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: fc.constant('media.paper'), paper, value: fc.boolean() }),
  fc.record({ kind: fc.constant('media.folder'), path: text, value: fc.boolean() }),
);

const backup = fc.oneof(
  fc.record({
    kind: fc.constant('kept'),
    name: fc.oneof(text, fc.constantFrom('2026-01-01T00-00-00.000Z.daily.json', '../state.json')),
  }),
  fc.record({
    kind: fc.constant('text'),
    text: fc.oneof(
      text,
      fc.constant(
        '{"format":"lectern-state","version":2,"checksum":"0000000000000000","data":\n{}\n}\n',
      ),
    ),
  }),
);
const address = fc.oneof(
  text,
  text.map((tail) => `https://arxiv.org/${tail}`),
  text.map((tail) => `https://evil.example/${tail}`),
  text.map((tail) => `mailto:a@x.org${tail}`),
);
const importing = fc.record({
  text: fc.oneof(
    text,
    fc.constantFrom('@misc{a,', 'TY  - GEN\nER  - ', '[{}]', '{"format": "lectern"}', '2402.01391'),
  ),
  name: text,
  mode: fc.constantFrom('merge', 'replace'),
});

/** Inputs of the right shape for each method, most of them valid, full of odd content. */
const shaped: { readonly [M in MethodName]: fc.Arbitrary<unknown> } = {
  'host.info': fc.constant({}),
  'host.chooseFolder': fc.constant({}),
  'host.openLink': fc.record({ url: address }),
  'host.copyText': fc.record({ text }),
  'host.saveFile': fc.record({ name: text, text, encoding: fc.constantFrom('utf8', 'base64') }),
  'host.showFolder': fc.record({ path: missing }),
  'host.window': fc.record({
    action: fc.constantFrom('zoomIn', 'zoomOut', 'zoomReset', 'fullScreen', 'close'),
  }),
  'folders.list': fc.constant({}),
  'folders.open': fc.record({ path: missing }),
  'folders.openSample': fc.constant({ not: 'valid' }),
  'folders.close': folder,
  'folders.rescan': folder,
  'folders.cancelScan': folder,
  'folders.complete': fc.record({ typed: fc.oneof(text, missing) }),
  'folders.recent': fc.constant({}),
  'library.outline': fc.constant({}),
  'library.days': fc.constant({}),
  'library.day': fc.record({
    date: fc.oneof(fc.constantFrom(null, '2026-02-05', '2026-02-31', '0000-00-00'), text),
  }),
  'library.statistics': fc.record({
    timeZone: fc.oneof(fc.constantFrom('Asia/Seoul', 'UTC', '+09:00', 'Mars/Olympus'), text),
    job: fc.option(text, { nil: undefined }),
  }),
  'library.problems': fc.constant({}),
  'library.ready': fc.record({ search: fc.boolean() }),
  'folders.remembered': fc.constant({}),
  'query.open': fc.record({
    query: fc.record({
      view,
      search: text,
      sort: fc.constantFrom('auto', 'date', 'votes', 'title', 'authors', 'added'),
      descending: fc.boolean(),
      group: fc.constantFrom('none', 'day', 'votes'),
      unreadOnly: fc.boolean(),
    }),
    composing: fc.option(fc.integer({ min: -1, max: 1_001 }), { nil: undefined }),
    keep: fc.option(result),
    locate: fc.option(paper),
    page: fc.option(fc.integer({ min: 0, max: 501 }), { nil: undefined }),
  }),
  'query.rows': fc.record({ result, offset: index, limit: fc.integer({ min: 0, max: 501 }) }),
  'query.nextUnread': fc.record({
    result,
    from: fc.oneof(fc.integer({ min: -2, max: 20 }), fc.maxSafeInteger()),
    backwards: fc.boolean(),
  }),
  'query.ids': fc.record({ result, part: fc.constantFrom('all', 'above', 'below'), index }),
  'query.range': fc.record({ result, from: index, to: index }),
  'query.find': fc.record({ result, paper }),
  'paper.addresses': fc.record({ papers }),
  'query.older': fc.record({ result, before: fc.constantFrom('2026-03-01', '0000-00-00', '가') }),
  'paper.read': fc.record({ paper }),
  'paper.find': fc.record({ text, limit: fc.integer({ min: 0, max: 101 }) }),
  'note.backlinks': fc.record({ paper }),
  'list.read': fc.record({ list: listId }),
  'list.overview': fc.record({ list: listId }),
  'document.read': fc.record({ folder: text, file: fc.oneof(text, missing) }),
  'note.versions': fc.record({ paper }),
  'workspace.read': fc.record({}),
  'workspace.write': fc.record({ value: fc.dictionary(text, fc.jsonValue(), { maxKeys: 5 }) }),
  'state.settings': fc.constant({}),
  'state.change': fc.record({ change }),
  'state.undo': fc.constant({}),
  'state.redo': fc.constant({}),
  'state.undoState': fc.constant({}),
  'data.info': fc.constant({}),
  'data.retry': fc.record({ takeOver: fc.boolean() }),
  'data.useDefault': fc.constant({}),
  // Nothing moves: LECTERN_DATA names the place.
  'data.move': fc.record({ dir: missing, existing: fc.constantFrom('refuse', 'merge') }),
  'data.backups': fc.constant({}),
  'data.backupContents': fc.record({ source: backup }),
  'data.restore': fc.record({ source: backup }),
  'data.backupFile': fc.constant({}),
  'kept.list': fc.constant({}),
  'kept.put': fc.record({
    kept: fc.record({
      id: fc.oneof(fc.uuid(), text),
      query: fc.record({
        view,
        search: text,
        sort: fc.constant('auto'),
        descending: fc.boolean(),
        group: fc.constant('none'),
        unreadOnly: fc.boolean(),
      }),
      title: text,
      choice: fc.constant(plainChoice('bibtex', 'en')),
      folder: fc.oneof(missing, text),
      file: text,
    }),
  }),
  'kept.remove': fc.record({ id: fc.oneof(fc.uuid(), text) }),
  'kept.write': fc.record({ id: fc.oneof(fc.uuid(), text) }),
  'job.cancel': fc.record({ job: text }),
  'export.render': fc.record({
    source: fc.oneof(
      fc.record({ kind: fc.constant('result'), result }),
      fc.record({ kind: fc.constant('papers'), papers }),
    ),
    choice: fc.record({
      format: fc.constantFrom(...exportFormatNames),
      notes: fc.boolean(),
      summaries: fc.boolean(),
      bom: fc.boolean(),
      separate: fc.boolean(),
      language: fc.constantFrom('ko', 'en'),
      template: fc.option(fc.oneof(text, fc.constant('{% for p in papers %}{{ p | json }}'))),
      citationStyle: fc.option(fc.oneof(text, fc.constant('ieee'))),
      citationKey: fc.option(fc.oneof(text, fc.constant('[Author][arxiv]'))),
    }),
    title: text,
    limit: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  'media.allowed': fc.constant({}),
  'import.preview': importing,
  'import.apply': importing,
  'media.resolve': fc.record({
    src: fc.oneof(
      text,
      text.map((tail) => `media/${tail}/0`),
    ),
  }),
};

const methods = Object.keys(contract).filter(isMethodName);

describe.each(ways)('arbitrary calls through $name', ({ start, clones }) => {
  let base: string;
  let host: Host;

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'lectern-fuzz-'));
    host = await start(join(base, 'data'));
    await host.call('folders.open', { path: digests });
  });
  afterAll(async () => {
    await host.close();
    await rm(base, { recursive: true, force: true });
  });

  /** An answer, or an error that is the caller's own fault; never a crash behind it. */
  async function answers(method: string, input: unknown): Promise<void> {
    const answer = await host.request(method, input);
    if (answer.ok) return;
    expect(answer.error).toEqual({
      code: expect.any(String) as string,
      message: expect.any(String) as string,
      subject: answer.error.subject === null ? null : (expect.any(String) as string),
      retryable: expect.any(Boolean) as boolean,
    });
    expect(['internal', 'engine-stopped', 'write-failed']).not.toContain(answer.error.code);
  }

  const anything = clones
    ? fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true })
    : fc.jsonValue();

  it.each(methods)('%s answers or names an error', async (method) => {
    const input: fc.Arbitrary<unknown> =
      method === 'folders.openSample' ? anything.filter(isNoEmptyObject) : anything;
    await fc.assert(
      fc.asyncProperty(input, (value) => answers(method, value)),
      { numRuns: RUNS },
    );
    await fc.assert(
      fc.asyncProperty(shaped[method], (value) => answers(method, value)),
      { numRuns: RUNS },
    );
  });

  it('methods that are none are named', async () => {
    await fc.assert(
      fc.asyncProperty(text, anything, async (method, value) => {
        fc.pre(!isMethodName(method) && !/\p{Surrogate}/u.test(method));
        expect(await host.request(method, value)).toMatchObject({
          ok: false,
          error: { code: 'unknown-method' },
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('everything still works afterwards', async () => {
    const query: Input<'query.open'>['query'] = {
      view: { kind: 'all' },
      search: '',
      sort: 'auto',
      descending: true,
      group: 'none',
      unreadOnly: false,
    };
    const opened = await host.call('query.open', { query, keep: null, locate: null });
    expect(opened.total).toBe(15);
    const rows = await host.call('query.rows', { result: opened.result, offset: 0, limit: 500 });
    expect(rows).toHaveLength(15);
  });
});

/** An empty object would be a valid call that opens the samples. */
function isNoEmptyObject(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}
