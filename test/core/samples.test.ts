import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../src/core/digest/parse.ts';

const folder = join(import.meta.dirname, '../../resources/samples');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

describe('the sample digests', () => {
  const digests = files.map((path) => ({
    path,
    digest: parseDigest(readFileSync(join(folder, path)), path),
  }));
  const papers = digests.flatMap(({ digest }) => digest.papers);

  it('are five days of two months, each read without a problem', () => {
    expect(files).toHaveLength(5);
    expect(new Set(files.map((path) => path.slice(0, 7))).size).toBe(2);
    for (const { path, digest } of digests) {
      expect(digest.problems, path).toEqual([]);
      const date = path.slice(0, -'.md'.length).replaceAll('/', '-');
      expect(new Set(digest.papers.map((paper) => paper.date))).toEqual(new Set([date]));
    }
  });

  it('show every element that a digest may have', () => {
    expect(papers).toHaveLength(33);
    expect(new Set(papers.map(({ id }) => id)).size).toBe(32);
    expect(papers.filter(({ votes }) => votes === null)).toHaveLength(7);
    expect(papers.filter(({ votes }) => votes === 0)).toHaveLength(1);
    expect(papers.filter(({ media }) => media[0]?.kind === 'video')).toHaveLength(3);
    expect(papers.filter(({ arxivId }) => arxivId === null).map(({ title }) => title)).toEqual([
      '\\textsc{Lectern}: Reading What Others Have Summarised ($\\sim$20 Papers a Day)',
    ]);
    expect(papers.flatMap(({ authors }) => authors)).toContain("Sample O'Author");
    expect(papers.some(({ arxivId }) => arxivId === 'cs/0205070')).toBe(true);
    for (const { title, body } of papers) expect(body.end - body.start, title).toBeGreaterThan(50);
  });
});
