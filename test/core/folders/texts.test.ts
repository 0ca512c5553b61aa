import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Texts } from '../../../src/core/folders/texts.ts';
import { Library, type LibraryPaper } from '../../../src/core/library/library.ts';
import type { FolderId } from '../../../src/shared/model.ts';
import { scan } from '../library/scanning.ts';
import { tempFolder, writeAll } from '../library/temp-folder.ts';

const FOLDER = 'f' as FolderId;
/** More files than are held open at a time. */
const FILES = 40;

/** Every text is told from all others by its paper, and is of a length of its own. */
function textOf(number: number): string {
  return `- 요약 ${String(number)} ${'가나다 '.repeat(number)}끝`;
}

function digest(first: number): string {
  const papers = [first, first + 1].map(
    (number) =>
      `### [Paper ${String(number)}](https://x.org/${String(number)})\n\n${textOf(number)}\n`,
  );
  return `## Daily Papers (2024-02-05)\n\n${papers.join('\n')}`;
}

describe('texts', () => {
  let root: string;
  let stale: string[];
  let texts: Texts;
  let papers: readonly LibraryPaper[];

  beforeEach(async () => {
    root = await tempFolder();
    const names = Array.from({ length: FILES }, (_, n): [string, string] => [
      `${String(n)}.md`,
      digest(2 * n),
    ]);
    await writeAll(root, Object.fromEntries(names));
    const library = new Library();
    library.setFiles(FOLDER, [...(await scan(root)).files.values()]);
    papers = [...library.papers.values()];
    stale = [];
    texts = new Texts({
      library,
      pathOf: () => root,
      onStale: (_, file) => stale.push(file),
    });
  });

  const expected = () => papers.map(({ title }) => textOf(Number(title.split(' ')[1])));
  const read = async () =>
    (await Promise.all(papers.map((paper) => texts.newest(paper)))).map((text) => text.trim());

  it('of many files, asked for all at once and over and over, are each their own', async () => {
    expect(papers).toHaveLength(2 * FILES);
    for (let round = 0; round < 5; round++) expect(await read()).toEqual(expected());
  });

  it('are none of a file that is gone, which is told, and all others stay right', async () => {
    await rm(join(root, '7.md'));
    const gone = [textOf(14), textOf(15)];
    for (let round = 0; round < 3; round++) {
      expect(await read()).toEqual(expected().map((text) => (gone.includes(text) ? '' : text)));
    }
    expect(new Set(stale)).toEqual(new Set(['7.md']));
  });
});
