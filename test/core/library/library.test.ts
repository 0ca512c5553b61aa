import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../../src/core/digest/parse.ts';
import { Library } from '../../../src/core/library/library.ts';
import type { ScannedFile } from '../../../src/core/library/scan.ts';
import { digestOf } from './temp-folder.ts';

function fileOf(path: string, text: string): ScannedFile {
  return {
    path,
    mtimeMs: 1,
    ctimeMs: 1,
    size: text.length,
    ...parseDigest(Buffer.from(text), path),
  };
}

function paperOf(library: Library, id: string) {
  const paper = library.papers.get(id);
  if (paper === undefined) throw new Error(`no ${id}`);
  return paper;
}

const ID = 'arxiv:2402.00001';

describe('merging', () => {
  it('the same paper in several digests is one, newest first', () => {
    const library = new Library();
    library.setFiles('f', [fileOf('05.md', digestOf('2024-02-05', 1))]);
    library.setFiles('g', [fileOf('07.md', digestOf('2024-02-07', 1, 2))]);
    library.setFiles('f', [fileOf('06.md', digestOf('2024-02-06', 1))]);
    const paper = paperOf(library, ID);
    expect(library.papers.size).toBe(2);
    expect(paper).toMatchObject({ date: '2024-02-07', votes: 7 });
    expect(paper.appearances.map(({ folder, file }) => [folder, file])).toEqual([
      ['g', '07.md'],
      ['f', '06.md'],
      ['f', '05.md'],
    ]);
  });

  it('title and links are the newest’s, authors and votes those of the newest that states them', () => {
    const old = `## Daily Papers (2024-02-05)\n\n### [Old](https://arxiv.org/abs/2402.00001)\n\n![](https://x.org/a.png)\n\nVote: 5\n\nAuthors: A, B\n`;
    const recent = `## Daily Papers (2024-02-06)\n\n### [New](https://huggingface.co/papers/2402.00001)\n\nVote: -\n`;
    const library = new Library();
    library.setFiles('f', [fileOf('new.md', recent), fileOf('old.md', old)]);
    expect(paperOf(library, ID)).toMatchObject({
      title: 'New',
      links: { page: 'https://huggingface.co/papers/2402.00001' },
      authors: ['A', 'B'],
      votes: 5,
      media: [],
      date: '2024-02-06',
    });
  });

  it('of two runs in a day the later rules, and a paper without a day is the oldest', () => {
    const twice = `${digestOf('2024-02-05', 1)}\n${digestOf('2024-02-05', 1).replace('Vote: 05', 'Vote: 50')}`;
    const undated = '### [Undated](https://arxiv.org/abs/2402.00001)\n';
    const library = new Library();
    library.setFiles('f', [fileOf('undated.md', undated), fileOf('twice.md', twice)]);
    const paper = paperOf(library, ID);
    expect(paper.votes).toBe(50);
    expect(paper.appearances.map(({ file, position }) => [file, position])).toEqual([
      ['twice.md', 1],
      ['twice.md', 0],
      ['undated.md', 0],
    ]);
  });
});

describe('changes', () => {
  it('tell the papers that they touched, those that went and those that came', () => {
    const library = new Library();
    expect(library.setFiles('f', [fileOf('a.md', digestOf('2024-02-05', 1, 2))])).toHaveLength(2);
    const touched = library.setFiles('f', [fileOf('a.md', digestOf('2024-02-05', 2, 3))]);
    expect([...touched].sort()).toEqual([ID, 'arxiv:2402.00002', 'arxiv:2402.00003']);
    expect([...library.papers.keys()].sort()).toEqual(['arxiv:2402.00002', 'arxiv:2402.00003']);
    expect(library.removeFiles('f', ['a.md', 'never.md'])).toHaveLength(2);
    expect(library.papers.size).toBe(0);
    expect(library.files('f').size).toBe(0);
  });

  it('a closed folder takes only its own appearances', () => {
    const library = new Library();
    library.setFiles('f', [fileOf('a.md', digestOf('2024-02-05', 1))]);
    library.setFiles('g', [fileOf('a.md', digestOf('2024-02-06', 1))]);
    expect(library.removeFolder('g')).toEqual([ID]);
    expect(paperOf(library, ID).appearances.map(({ folder }) => folder)).toEqual(['f']);
    expect(library.removeFolder('never')).toEqual([]);
  });

  it('the version grows when something changed, and only then', () => {
    const library = new Library();
    const before = library.version;
    library.removeFiles('f', ['a.md']);
    library.setFiles('f', [fileOf('no.md', '# Notes')]);
    expect(library.version).toBe(before);
    library.setFiles('f', [fileOf('a.md', digestOf('2024-02-05', 1))]);
    expect(library.version).toBeGreaterThan(before);
  });
});

const folder = fc.constantFrom('f', 'g');
const path = fc.constantFrom('a.md', 'b.md', 'c.md');
const date = fc.constantFrom('2024-02-05', '2024-02-06');
const file = fc
  .tuple(path, date, fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }))
  .map(([name, day, numbers]) => fileOf(name, digestOf(day, ...numbers)));
const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), folder, files: fc.array(file, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('remove' as const), folder, paths: fc.array(path) }),
  fc.record({ kind: fc.constant('close' as const), folder }),
);

it('any order of changes leaves what building from scratch gives', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const library = new Library();
      const truth = new Map<string, Map<string, ScannedFile>>();
      for (const one of changes) {
        const files = truth.get(one.folder) ?? new Map<string, ScannedFile>();
        truth.set(one.folder, files);
        switch (one.kind) {
          case 'set':
            for (const each of one.files) files.set(each.path, each);
            library.setFiles(one.folder, one.files);
            break;
          case 'remove':
            for (const each of one.paths) files.delete(each);
            library.removeFiles(one.folder, one.paths);
            break;
          case 'close':
            files.clear();
            library.removeFolder(one.folder);
            break;
        }
      }
      const scratch = new Library();
      for (const [name, files] of truth) scratch.setFiles(name, [...files.values()]);
      expect(new Map(library.papers)).toEqual(new Map(scratch.papers));
      for (const [name, files] of truth) expect(library.files(name)).toEqual(files);
    }),
    { numRuns: 500 },
  );
});
