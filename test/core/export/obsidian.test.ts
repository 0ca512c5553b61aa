import { unzipSync, strFromU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cleanLine } from '../../../src/core/export/clean.ts';
import { exportPapers } from '../../../src/core/export/export.ts';
import { obsidianFiles, withoutPlugins, writeObsidian } from '../../../src/core/export/obsidian.ts';
import { exportOptions, exportPaper, HOSTILE, NO_STATE, written } from './papers.ts';

const anything = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[-:#"'{}[\],&*!|>%@`<\n a가]{0,30}$/),
);

function frontMatter(text: string): unknown {
  const [, yaml] = /^---\n([\s\S]*?)---\n/.exec(text) ?? [];
  return parse(yaml ?? 'nothing');
}

const paper = exportPaper({
  row: {
    id: 'arxiv:2402.01391',
    title: 'M$^{2}$UGen: "A" [b]',
    authors: ['Wei Shen', '김하늘'],
    date: '2024-02-05',
    read: true,
  },
  arxivId: '2402.01391',
  links: {
    page: null,
    abstract: 'https://arxiv.org/abs/2402.01391',
    pdf: null,
    project: null,
    code: null,
  },
  text: '요약 [[Private note]]\n\n```dataviewjs\ndv.execute()\n```',
  note: '참고: [[arxiv:2401.00001|둘째]], [[arxiv:2101.00001|밖]] ![[그림.png]]',
  lists: ['주말'],
});
const second = exportPaper({ row: { id: 'arxiv:2401.00001', title: 'Second: one' } });

describe('an Obsidian note', () => {
  it('has properties, summary and note, with links to the other notes', () => {
    const options = exportOptions({ notes: true, language: 'ko' });
    const [file] = [...obsidianFiles([paper, second], options)];
    expect(file?.name).toBe('M²UGen- -A- b.md');
    expect(frontMatter(file?.text ?? '')).toEqual({
      title: 'M²UGen: "A" [b]',
      authors: ['Wei Shen', '김하늘'],
      date: '2024-02-05',
      citekey: 'shen2024m2ugen',
      arxiv: '2402.01391',
      url: 'https://arxiv.org/abs/2402.01391',
      read: true,
      starred: false,
      lists: ['주말'],
      tags: ['paper'],
    });
    expect(file?.text).toContain(
      '참고: [[Second- one|둘째]], [밖](https://arxiv.org/abs/2101.00001) ![[그림.png]]',
    );
    expect(file?.text).toContain('\\[\\[Private note]]');
    expect(file?.text).toContain('```text\ndv.execute()');
  });

  it('of all papers in one holds each, with the notes only when asked', () => {
    const text = written(writeObsidian([paper, second], exportOptions({ title: '읽을 것' })));
    expect(frontMatter(text)).toMatchObject({ title: '읽을 것', papers: 2 });
    expect(text.match(/^## /gm)).toHaveLength(2);
    expect(text).not.toContain('참고');
  });

  it('comes as an archive with a file for each paper', async () => {
    const options = exportOptions({ separate: true, title: '묶음' });
    const input = { papers: [paper, second, { ...second }], state: NO_STATE };
    const file = await exportPapers('obsidian', input, options);
    expect(file).toMatchObject({ name: '묶음.zip', encoding: 'base64', papers: 3 });
    const files = unzipSync(Buffer.from(file.text, 'base64'));
    expect(Object.keys(files)).toEqual([
      'M²UGen- -A- b.md',
      'Second- one.md',
      'Second- one (2).md',
    ]);
    expect(strFromU8(files['Second- one.md'] ?? new Uint8Array())).toContain('# Second: one');
  });

  it('has front matter that reads back as printed, whatever the title', () => {
    fc.assert(
      fc.property(anything, anything, (title, author) => {
        const odd = exportPaper({ row: { title, authors: [author] }, lists: [author] });
        const [file] = [...obsidianFiles([odd], exportOptions())];
        const read = frontMatter(file?.text ?? '') as Record<string, unknown>;
        if (!/[$\\{}]/.test(title)) expect(read['title'] ?? '').toBe(cleanLine(title));
        const name = cleanLine(author);
        expect(read['authors'] ?? []).toEqual(name === '' ? [] : [name]);
      }),
      { numRuns: 300 },
    );
  });

  it('holds nothing that a plug-in would run', () => {
    const pieces = fc.constantFrom(
      '<%',
      '%>',
      '%%',
      '[[',
      ']]',
      '![[',
      '`',
      '`= x`',
      '`$= x`',
      '```dataviewjs\n',
      '~~~dataview\n',
      '\n',
      '> ',
      'a',
      '````tasks\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        const inert = withoutPlugins(text);
        expect(inert).not.toMatch(/<%|%%|\[\[|`\$?=|^[ >]*(?:`{3,}|~{3,})\s*(?:dataview|tasks)/m);
        const odd = exportPaper({ row: { title: text, authors: [text] }, text });
        const all = [...obsidianFiles([odd], exportOptions())][0]?.text ?? '';
        expect(all).not.toMatch(/<%|%%|(?<!lists: |tags: |authors: )\[\[|`\$?=/);
      }),
      { numRuns: 300 },
    );
  });
});
