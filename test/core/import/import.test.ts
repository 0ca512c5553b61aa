import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportText, type ExportPaper } from '../../../src/core/export/export.ts';
import { saveState } from '../../../src/core/export/saved-state.ts';
import { planImport, type Planned } from '../../../src/core/import/plan.ts';
import { apply, normalise } from '../../../src/core/state/changes.ts';
import { emptyState, type MutableState } from '../../../src/core/state/reader-state.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { ExportFormat } from '../../../src/shared/model.ts';
import { READ_NEXT } from '../../../src/shared/model.ts';
import { change as changeSchema } from '../../../src/shared/schemas.ts';
import { exportOptions, exportPaper, HOSTILE, NO_STATE } from '../export/papers.ts';
import { undoable } from '../state/arbitraries.ts';

function make(state: MutableState, changes: readonly unknown[]): void {
  changes.forEach((change, time) => {
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

function plan(text: string, mode: 'merge' | 'replace' = 'merge', state = emptyState()): Planned {
  const context = { state, knows: (id: string) => id === 'arxiv:2402.01391', now: 7 };
  return planImport({ text, mode, name: 'Imported' }, context);
}

/** The papers of the list that a text becomes. */
function listed(text: string): readonly string[] {
  const [change] = plan(text).changes;
  return change?.kind === 'list.put' ? change.list.papers : [];
}

const backup = (state: MutableState) =>
  exportText('backup', { papers: [], state: saveState(state, null) }, exportOptions());

describe("Lectern's JSON", () => {
  it('in the place of any state brings marks, notes, lists and settings back', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryState, arbitraryState, async (saved, other) => {
        make(other, plan(await backup(saved), 'replace', other).changes);
        expect(new Set(other.read.keys())).toEqual(new Set(saved.read.keys()));
        expect(new Set(other.starred.keys())).toEqual(new Set(saved.starred.keys()));
        const texts = (state: MutableState) =>
          new Map([...state.notes].map(([id, { text }]) => [id, text]));
        expect(texts(other)).toEqual(texts(saved));
        const lists = (state: MutableState) =>
          new Map(state.lists.filter(({ id }) => id !== READ_NEXT).map((list) => [list.id, list]));
        expect(lists(other)).toEqual(lists(saved));
        expect(other.settings).toEqual(saved.settings);
      }),
      { numRuns: 200 },
    );
  });

  it('added to any state takes no mark, note or list away, and a second time does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryState, arbitraryState, async (saved, other) => {
        const before = new Set([...other.read.keys(), ...other.starred.keys()]);
        const notes = [...other.notes.keys()];
        const lists = other.lists.map(({ id, papers }) => [id, papers] as const);
        const text = await backup(saved);
        make(other, plan(text, 'merge', other).changes);
        for (const id of before) expect(other.read.has(id) || other.starred.has(id)).toBe(true);
        for (const id of notes) expect(other.notes.has(id)).toBe(true);
        for (const [id, papers] of lists) {
          const now = other.lists.find((list) => list.id === id);
          expect(now?.papers).toEqual(expect.arrayContaining([...papers]));
        }
        expect(plan(text, 'merge', other).plan).toMatchObject({ read: 0, starred: 0, removed: 0 });
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the later of two notes', () => {
    const state = emptyState();
    state.notes.set('arxiv:1', { text: 'mine', updated: 5 });
    const file = (updated: number): string =>
      JSON.stringify({
        format: 'lectern',
        version: 1,
        state: { ...NO_STATE, notes: [['arxiv:1', { text: 'theirs', updated }]] },
        papers: [],
      });
    expect(plan(file(4), 'merge', state).changes).toEqual([]);
    expect(plan(file(6), 'merge', state).changes).toEqual([
      { kind: 'note', paper: 'arxiv:1', text: 'theirs' },
    ]);
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
      expect(listed(text)).toEqual(papers.map(({ row }) => row.id));
      expect(plan(text).plan).toMatchObject({ papers: 2, unknown: 1, lists: 1, problems: [] });
    },
  );

  it('of others is read entry by entry, a broken one told with its line', () => {
    const text = `@string{x = "y"}
@article{a, title = "{\\'E}tudes of {BERT}", url = {https://arxiv.org/abs/2401.00001v2}, year = 2024}
@misc{broken, author = {Nobody}
@inproceedings{c,
  title={Only a Title},
  booktitle = x # " 2024",
}`;
    expect(listed(text)[0]).toBe('arxiv:2401.00001');
    expect(listed(text)[1]).toMatch(/^title:/);
    expect(plan(text).plan.problems).toEqual([{ line: 3, text: 'broken' }]);
  });

  it('by title alone matches the paper of a digest that has only the title', async () => {
    const titles = ['강화 학습', 'A & B: 50%', ...HOSTILE.slice(0, 1)];
    const only = titles.map((title) => exportPaper({ row: { title } }));
    const text = await exportText('bibtex', { papers: only, state: NO_STATE }, exportOptions());
    const links = listed(text);
    const json = await exportText('csljson', { papers: only, state: NO_STATE }, exportOptions());
    expect(links.slice(0, 2)).toEqual(listed(json).slice(0, 2));
  });
});

describe('pasted links', () => {
  it('become papers in their order, each once; other lines are told', () => {
    const text = `see https://arxiv.org/abs/2402.01391v3, and 2401.00001
https://huggingface.co/papers/2402.01391
nothing here
doi:10.1000/ABC.1`;
    expect(listed(text)).toEqual(['arxiv:2402.01391', 'arxiv:2401.00001', 'doi:10.1000/abc.1']);
    expect(plan(text).plan.problems).toEqual([{ line: 3, text: 'nothing here' }]);
  });
});

describe('anything else', () => {
  it.each(['', 'words only', '{"a": 1}', '{', '[]', '@misc{a,}'])('as %j is refused', (text) => {
    expect(() => plan(text)).toThrow(expect.objectContaining({ code: 'import-unreadable' }));
  });

  it('is a plan or refused, never a crash, and every change is one that can be kept', () => {
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
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        try {
          for (const change of plan(parts.join('')).changes) {
            expect(changeSchema.safeParse(change).success).toBe(true);
          }
        } catch (error) {
          expect(error).toMatchObject({ code: 'import-unreadable' });
        }
      }),
      { numRuns: 500 },
    );
  });
});
