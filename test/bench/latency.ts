import { join } from 'node:path';
import type { Change, PaperId } from '../../src/shared/model.ts';
import { Appender, BareScan } from './floors.ts';
import { keystrokes, listQueries, searches } from './queries.ts';
import { Random } from './random.ts';
import { percentiles, type Measure } from './report.ts';
import { ALL, type Session } from './session.ts';
import { Pairs, timed } from './statistics.ts';

const SEARCHES = 120;
const LISTS = 60;
const MARKS = 150;
/** Marks of a reader of many years, whatever the size of the library. */
const MANY_MARKS = 100_000;

const SEARCH_P95_MS = 8;
/** From a key to the rows that are to be shown, whatever the size of the library. */
const KEYSTROKE_P95_MS = 50;
const TYPED_SEARCHES = 40;
const MARK_RATIO = 3;
/** Of a page that looks at the whole library; what takes longer shows progress. */
const PAGE_MS = 300;
/** As long as the engine's thread may be taken by one thing. */
const BLOCK_MS = 50;

/** Runs queries and fetches windows of rows, beside a call that does nothing. */
export async function measureLists(session: Session): Promise<readonly Measure[]> {
  const { folders } = await session.engine.call('library.outline', {});
  const [folder] = folders;
  if (folder === undefined) throw new Error('no folder is open');
  const year = folder.years[0];
  const dates = [year, year?.children[0], year?.children[0]?.children[0]];
  const queries = listQueries(
    folder.id,
    dates.flatMap((part) => (part === undefined ? [] : [part.dates])),
  );

  const random = new Random(3);
  const opens = new Pairs();
  const rows = new Pairs();
  const nothing = (): Promise<unknown> => session.engine.call('state.undoState', {});
  for (let turn = 0; turn < LISTS; turn++) {
    const query = queries[turn % queries.length];
    if (query === undefined) break;
    await opens.measure(() => session.open(query), nothing);
    const { result, total } = await session.open(query);
    const offset = random.between(0, Math.max(0, total - 1));
    await rows.measure(
      () => session.engine.call('query.rows', { result, offset, limit: 100 }),
      nothing,
    );
  }
  return [
    ...percentiles('open a list (floor: an empty call)', opens),
    ...percentiles('fetch 100 rows (floor: an empty call)', rows),
  ];
}

/** Searches for words of the corpus, beside a bare scan of the same texts. */
export async function measureSearch(
  session: Session,
  folder: string,
  limited: boolean,
): Promise<readonly Measure[]> {
  const scan = await BareScan.of(folder);
  const texts = searches(scan.texts, new Random(2), SEARCHES);
  const firstInitials = await timed(() => session.search('ㄱㅎㅎㅅ'));
  const pairs = new Pairs();
  for (const text of texts) {
    await pairs.measure(
      () => session.search(text),
      () => scan.count(text),
    );
  }
  const typing = new Pairs();
  for (const text of searches(scan.texts, new Random(5), TYPED_SEARCHES)) {
    for (const typed of keystrokes(text)) {
      await typing.measure(
        async () => {
          const { result } = await session.search(typed);
          await session.engine.call('query.rows', { result, offset: 0, limit: 100 });
        },
        () => scan.count(typed),
      );
    }
  }
  return [
    ...percentiles('search keystroke (floor: a bare scan)', typing, {
      of: 'value',
      most: KEYSTROKE_P95_MS,
    }),
    ...percentiles(
      'search (floor: a bare scan)',
      pairs,
      limited ? { of: 'value', most: SEARCH_P95_MS } : null,
    ),
    {
      name: 'the first search for initial consonants',
      unit: 'ms',
      value: firstInitials,
      floor: null,
      limit: null,
    },
  ];
}

/** How often the engine is asked something small while it is at something large. */
const ASK_MS = 2;

/** How long it takes, and how long a small call has to wait meanwhile at most. */
async function besides(
  session: Session,
  run: () => Promise<unknown>,
): Promise<{ readonly took: number; readonly waited: number }> {
  let waited = 0;
  let running = true;
  const asking = (async () => {
    while (running) {
      waited = Math.max(waited, await timed(() => session.engine.call('state.undoState', {})));
      await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    }
  })();
  const took = await timed(run);
  running = false;
  await asking;
  return { took, waited };
}

/** The pages that look at the whole library, and an export of all of it, in slices. */
export async function measurePages(
  session: Session,
  limited: boolean,
): Promise<readonly Measure[]> {
  const statistics = (): Promise<unknown> =>
    session.engine.call('library.statistics', { timeZone: 'Asia/Seoul' });
  const [paper] = await session.ids();
  if (paper === undefined) throw new Error('the folder holds no paper');
  const first = await besides(session, statistics);
  const change = { kind: 'read' as const, papers: [paper], value: true };
  await session.engine.call('state.change', { change });
  const again = await besides(session, statistics);
  const days = await besides(session, () => session.engine.call('library.days', {}));
  const { result } = await session.open(ALL);
  const choice = {
    format: 'digest',
    notes: true,
    summaries: true,
    bom: false,
    separate: false,
    language: 'en',
    template: null,
    citationKey: null,
    citationStyle: null,
  } as const;
  const source = { kind: 'result', result } as const;
  const whole = await besides(session, () =>
    session.engine.call('export.render', { source, choice, title: 'Bench', limit: null }),
  );
  const limit = (most: number): Measure['limit'] => ({ of: 'value', most });
  const measure = (name: string, value: number, most: number | null): Measure => ({
    name,
    unit: 'ms',
    value,
    floor: null,
    limit: most === null ? null : limit(most),
  });
  return [
    measure('statistics, first (with progress shown)', first.took, null),
    measure('statistics, longest wait of another call meanwhile', first.waited, BLOCK_MS),
    measure('statistics after a mark', again.took, PAGE_MS),
    measure('calendar', days.took, PAGE_MS),
    measure('export of all papers', whole.took, null),
    // Of a hundred thousand papers it is one text of a hundred megabytes, which is handed over in one piece.
    measure(
      'export, longest wait of another call meanwhile',
      whole.waited,
      limited ? BLOCK_MS : null,
    ),
  ];
}

/** Marks papers one after the other, beside one append with fdatasync on the same disk. */
export async function measureMarks(session: Session, dataDir: string): Promise<readonly Measure[]> {
  const ids = await session.ids();
  const appender = await Appender.open(join(dataDir, 'bench.floor'));
  const change = (value: Change & { readonly kind: 'read' | 'star' }): Promise<unknown> =>
    session.engine.call('state.change', { change: { ...value, papers: [...value.papers] } });

  const random = new Random(4);
  const measure = async (kind: 'read' | 'star'): Promise<Pairs> => {
    const pairs = new Pairs();
    for (let turn = 0; turn < MARKS; turn++) {
      const paper: PaperId = random.pick(ids);
      const line = `${JSON.stringify({ change: { kind, papers: [paper] }, time: Date.now() })}\n`;
      await pairs.measure(
        () => change({ kind, papers: [paper], value: turn % 2 === 0 }),
        () => appender.append(line),
      );
    }
    return pairs;
  };

  const small = await measure('star');
  const many = Array.from({ length: MANY_MARKS }, (_, index) => `url:https://example.org/${index}`);
  const bulk = await timed(() => change({ kind: 'read', papers: many, value: true }));
  const large = await measure('read');
  await appender.close();
  const limit = { of: 'ratio', most: MARK_RATIO } as const;
  return [
    ...percentiles('mark durable, few marks (floor: append + fdatasync)', small, limit),
    ...percentiles('mark durable, 100,000 marks (floor: append + fdatasync)', large, limit),
    { name: '100,000 papers marked at once', unit: 'ms', value: bulk, floor: null, limit: null },
  ];
}
