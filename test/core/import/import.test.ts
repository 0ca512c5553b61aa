import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportText, type ExportPaper } from '../../../src/core/export/export.ts';
import { saveState } from '../../../src/core/export/saved-state.ts';
import { planImport, type Planned } from '../../../src/core/import/plan.ts';
import { Jobs } from '../../../src/core/jobs.ts';
import { apply, normalise } from '../../../src/core/state/changes.ts';
import { decodeLine, encodeLine } from '../../../src/core/state/journal-line.ts';
import { editOf, perform as performEdit, type Edit } from '../../../src/core/state/perform.ts';
import {
  emptyState,
  type MutableState,
  type ReaderState,
} from '../../../src/core/state/reader-state.ts';
import { encodeSnapshot, takeSnapshot } from '../../../src/core/state/snapshot.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { ExportFormat } from '../../../src/shared/model.ts';
import { READ_NEXT } from '../../../src/shared/model.ts';
import { change as changeSchema } from '../../../src/shared/schemas.ts';
import { exportOptions, exportPaper, HOSTILE, NO_STATE } from '../export/papers.ts';
import { undoable } from '../state/arbitraries.ts';

/** Long after the notes of the states here, so that changing one keeps a version. */
const NOW = 3_600_000;

function make(state: MutableState, changes: readonly unknown[]): void {
  changes.forEach((change, index) => {
    const time = index * 400_000;
    try {
      const { data } = changeSchema.safeParse(change);
      if (data === undefined || data.kind === 'batch') return;
      const edit = normalise(state, { change: data, instants: null });
      if (edit !== null) apply(state, edit, time);
    } catch (error) {
      // A list that is not there.
      if (!(error instanceof AppError)) throw error;
    }
  });
}

const arbitraryState = fc.array(undoable, { maxLength: 12 }).map((changes) => {
  const state = emptyState();
  make(state, changes);
  return state;
});

function plan(
  text: string,
  mode: 'merge' | 'replace' = 'merge',
  state: MutableState = emptyState(),
): Promise<Planned> {
  const context = { state, knows: (id: string) => id === 'arxiv:2402.01391', now: 7 };
  return planImport({ text, mode, name: 'Imported' }, context);
}

/** Does what a plan says, as the store does it. */
function perform(state: MutableState, { edit }: Planned): (() => void) | null {
  const asked: Edit =
    edit.kind === 'change'
      ? editOf(edit.change)
      : edit.kind === 'batch'
        ? edit.make(state)
        : { restore: edit.make(state), reason: 'import' };
  const performed = performEdit(state, asked, NOW);
  return performed && (() => void performEdit(state, performed.back, NOW));
}

/** The papers of the list that a text becomes. */
async function listed(text: string): Promise<readonly string[]> {
  const { edit } = await plan(text);
  return edit.kind === 'change' && edit.change.kind === 'list.put' ? edit.change.list.papers : [];
}

const backup = (state: ReaderState) =>
  exportText('backup', { papers: [], state: saveState(state, null) }, exportOptions());

/** What travels: not the folders and media allowed on a computer. */
const own = ({ read, starred, notes, noteVersions, lists, settings }: ReaderState) =>
  structuredClone({ read, starred, notes, noteVersions, lists, settings });

const texts = (state: ReaderState, paper: string): ReadonlySet<string> =>
  new Set(
    [...(state.noteVersions.get(paper) ?? []), state.notes.get(paper)].flatMap(
      (note) => note?.text ?? [],
    ),
  );

const saved = (state: object): string =>
  JSON.stringify({ format: 'lectern', version: 1, state: { ...NO_STATE, ...state }, papers: [] });

describe("Lectern's JSON", () => {
  it('brings marks with their times, notes with their versions, lists and settings to an empty Lectern as they were', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryState, async (state) => {
        const empty = emptyState();
        perform(empty, await plan(await backup(state), 'replace', empty));
        expect(own(empty)).toEqual(own(state));
        const snapshot = await encodeSnapshot(await takeSnapshot(state, 1));
        const other = emptyState();
        perform(other, await plan(Buffer.from(snapshot).toString(), 'replace', other));
        expect(own(other)).toEqual(own(state));
      }),
      { numRuns: 200 },
    );
  });

  it('in the place of any state leaves nothing else, and undo brings that back', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryState, arbitraryState, async (state, other) => {
        const before = own(other);
        const undo = perform(other, await plan(await backup(state), 'replace', other));
        expect(own(other)).toEqual(own(state));
        undo?.();
        expect(own(other)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it('added to any state takes no mark, list or text of a note away, and a second time does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryState, arbitraryState, async (state, other) => {
        const before = own(other);
        const text = await backup(state);
        const { plan: told } = await plan(text, 'merge', other);
        perform(other, await plan(text, 'merge', other));
        for (const marks of ['read', 'starred'] as const) {
          expect(new Map([...other[marks], ...before[marks]])).toEqual(other[marks]);
          for (const paper of state[marks].keys()) expect(other[marks].has(paper)).toBe(true);
        }
        expect(told.removed).toBe(0);
        expect(told.read).toBe(other.read.size - before.read.size);
        for (const one of [before, own(state)]) {
          for (const paper of [...one.notes.keys(), ...one.noteVersions.keys()]) {
            const all = texts({ ...other, ...one }, paper);
            expect(texts(other, paper)).toEqual(new Set([...texts(other, paper), ...all]));
          }
          for (const { id, query, papers } of one.lists) {
            const now = other.lists.filter((list) => list.id.startsWith(id));
            expect(now.some((list) => (list.query === null) === (query === null))).toBe(true);
            expect(now.flatMap((list) => list.papers)).toEqual(expect.arrayContaining([...papers]));
          }
        }
        expect(other.settings).toEqual(before.settings);
        expect(other.lists.at(-1)?.id).toBe(READ_NEXT);
        expect(perform(other, await plan(text, 'merge', other))).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('added and undone leaves marks, notes and lists as they were', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryState, arbitraryState, async (state, other) => {
        const { read, starred, notes, lists, settings } = own(other);
        perform(other, await plan(await backup(state), 'merge', other))?.();
        expect(own(other)).toMatchObject({ read, starred, notes, lists, settings });
      }),
      { numRuns: 200 },
    );
  });

  it('can be read back from the journal, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryState, arbitraryState, async (state, other) => {
        const { edit } = await plan(await backup(state), 'merge', other);
        if (edit.kind !== 'batch') throw new Error('it is added');
        const batch = edit.make(other);
        const line = encodeLine({ seq: 1, time: NOW, edit: batch });
        expect(decodeLine(line.trimEnd())).toMatchObject({ entry: { edit: batch } });
      }),
      { numRuns: 100 },
    );
  });

  it('shows the later of two notes and keeps the other among its versions', async () => {
    const noted = (): MutableState => {
      const state = emptyState();
      state.notes.set('arxiv:1', { text: 'mine', updated: 5 });
      return state;
    };
    const file = (updated: number): string =>
      saved({ notes: [['arxiv:1', { text: 'theirs', updated }]] });
    const earlier = noted();
    const kept = await plan(file(4), 'merge', earlier);
    expect(kept.plan).toMatchObject({ notes: 0, notesTaken: 0, notesKept: 1, versions: 1 });
    perform(earlier, kept);
    expect(earlier.notes.get('arxiv:1')?.text).toBe('mine');
    expect(earlier.noteVersions.get('arxiv:1')).toEqual([{ text: 'theirs', updated: 4 }]);
    const later = noted();
    const taken = await plan(file(6), 'merge', later);
    expect(taken.plan).toMatchObject({ notes: 1, notesTaken: 1, notesKept: 0, versions: 1 });
    perform(later, taken);
    expect(later.notes.get('arxiv:1')).toEqual({ text: 'theirs', updated: 6 });
    expect(later.noteVersions.get('arxiv:1')).toEqual([{ text: 'mine', updated: 5 }]);
  });

  it('of some papers only is no whole, and of a newer Lectern is refused', async () => {
    expect((await plan(saved({ settings: null }))).plan.whole).toBe(false);
    expect((await plan(saved({ settings: {} }))).plan.whole).toBe(true);
    const newer = '{"format": "lectern", "version": 2}';
    await expect(plan(newer)).rejects.toMatchObject({ code: 'data-newer' });
  });

  it.each([
    ['{"format": "lectern", "version": 1, "state"', 'import-broken'],
    ['{"format": "lectern", "version": 1, "state": {"read": 7}}', 'import-broken'],
    ['{"format":"lectern-state","version":2,"checksum":"0","data":{}}', 'import-broken'],
  ])('that is damaged is told where: %s', async (text, code) => {
    await expect(plan(text)).rejects.toMatchObject({ code, subject: expect.any(String) as string });
  });
});

describe('a bibliography', () => {
  const papers: readonly ExportPaper[] = [
    exportPaper({
      row: { id: 'arxiv:2402.01391', title: 'StepCoder' },
      arxivId: '2402.01391',
      links: {
        page: null,
        abstract: 'https://arxiv.org/abs/2402.01391',
        pdf: null,
        project: null,
        code: null,
      },
    }),
    exportPaper({ row: { id: 'doi:10.1000/abc.1', title: 'By DOI' } }),
  ];

  it.each(['bibtex', 'biblatex', 'ris', 'csljson'] as const)(
    'that Lectern wrote as %s becomes a list of the same papers, told how many are unknown',
    async (format: ExportFormat) => {
      const text = await exportText(format, { papers, state: NO_STATE }, exportOptions());
      expect(await listed(text)).toEqual(papers.map(({ row }) => row.id));
      expect((await plan(text)).plan).toMatchObject({
        papers: 2,
        unknown: 1,
        lists: 1,
        problems: [],
      });
    },
  );

  it('of others is read entry by entry, a broken one told with its line', async () => {
    const text = `@string{x = "y"}
@article{a, title = "{\\'E}tudes of {BERT}", url = {https://arxiv.org/abs/2401.00001v2}, year = 2024}
@misc{broken, author = {Nobody}
@inproceedings{c,
  title={Only a Title},
  booktitle = x # " 2024",
}`;
    expect((await listed(text))[0]).toBe('arxiv:2401.00001');
    expect((await listed(text))[1]).toMatch(/^title:/);
    expect((await plan(text)).plan.problems).toEqual([{ line: 3, text: 'broken' }]);
  });

  it('by title alone matches the paper of a digest that has only the title', async () => {
    const titles = ['강화 학습', 'A & B: 50%', ...HOSTILE.slice(0, 1)];
    const only = titles.map((title) => exportPaper({ row: { title } }));
    const text = await exportText('bibtex', { papers: only, state: NO_STATE }, exportOptions());
    const links = await listed(text);
    const json = await exportText('csljson', { papers: only, state: NO_STATE }, exportOptions());
    expect(links.slice(0, 2)).toEqual((await listed(json)).slice(0, 2));
  });
});

describe('pasted links', () => {
  it('become papers in their order, each once; other lines are told', async () => {
    const text = `see https://arxiv.org/abs/2402.01391v3, and 2401.00001
https://huggingface.co/papers/2402.01391
nothing here
doi:10.1000/ABC.1`;
    expect(await listed(text)).toEqual([
      'arxiv:2402.01391',
      'arxiv:2401.00001',
      'doi:10.1000/abc.1',
    ]);
    expect((await plan(text)).plan.problems).toEqual([{ line: 3, text: 'nothing here' }]);
  });
});

describe('anything else', () => {
  it.each([
    ['', 'import-unreadable'],
    ['words only', 'import-unreadable'],
    ['{"a": 1}', 'import-unreadable'],
    ['{', 'import-broken'],
    ['[]', 'import-empty'],
    ['@misc{a,}', 'import-empty'],
  ])('as %j is refused as %s', async (text, code) => {
    await expect(plan(text)).rejects.toMatchObject({ code });
  });

  it('ends when it is cancelled', async () => {
    const jobs = new Jobs(() => undefined);
    const text = '2402.01391\n'.repeat(200_000);
    const reading = jobs.run('reading', (job) =>
      planImport(
        { text, mode: 'merge', name: 'x' },
        { state: emptyState(), knows: () => true, now: 7, pause: (done) => job.pause(done) },
      ),
    );
    jobs.cancel('reading');
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is a plan or refused, never a crash, and every change is one that can be kept', async () => {
    const pieces = fc.constantFrom(
      '@misc{a,',
      'title = {',
      '}',
      '"',
      ',',
      '\n',
      'TY  - GEN\n',
      'ER  - \n',
      'TI  - x\n',
      '2402.01391',
      '[',
      '{',
      ...HOSTILE,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (parts) => {
        try {
          const { edit } = await plan(parts.join(''));
          if (edit.kind !== 'change') throw new Error('none of these is Lectern’s');
          expect(changeSchema.safeParse(edit.change).success).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^import-/) as string });
        }
      }),
      { numRuns: 500 },
    );
  });
});
