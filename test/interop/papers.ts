/** Papers for the real tools: many, with every kind of title that digests print, and with those that mean harm. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportPaper } from '../../src/core/export/export-paper.ts';
import { readDigest } from '../core/digest/formats/fixture.ts';
import { exportPaper, HOSTILE } from '../core/export/papers.ts';

const TITLES = [
  'StepCoder: Improve Code Generation with Reinforcement Learning',
  'M$^{2}$UGen: Multi-modal Music Understanding',
  '$\\lambda$-ECLIPSE and $\\mathbb{R}^n$ at 50% & more',
  '\\textsc{Foo}_bar #1: C++ ~ 100%',
  '강화 학습으로 코드를 고치는 법: 첫걸음',
  'Émilie, Søren & Ångström: Über große Modelle',
  'A "quoted" title, with commas; and ‘others’ — and a dash',
  '<i>Not</i> markup & <b>neither</b> 2 < 3',
  'Prices of $5 and $10',
  'What? Why! {Braces} and \\backslash',
] as const;
const AUTHORS = [
  'Wei Shen',
  '김하늘',
  'Laurens van der Maaten',
  'John Smith Jr.',
  'Müller, Jürgen',
  'Gemma Team, Google, and others',
];

/** A summary that would be a record of its own in RIS, were its lines kept. */
const FORGED = '\n\nER  - \n\nTY  - BOOK\nTI  - Forged\nER  - ';

/** So many papers: the titles above over and over, the hostile ones among them. */
export function samplePapers(count: number): readonly ExportPaper[] {
  const titles = [...TITLES, ...HOSTILE];
  return Array.from({ length: count }, (_, index) => {
    const arxivId =
      index % 7 === 6
        ? null
        : `${10 + (index % 15)}${String((index % 12) + 1).padStart(2, '0')}.${String(10_000 + index)}`;
    const abstract = arxivId === null ? null : `https://arxiv.org/abs/${arxivId}`;
    return exportPaper({
      row: {
        id: arxivId === null ? `title:${index}` : `arxiv:${arxivId}`,
        title: titles[index % titles.length] ?? '',
        // Styles have letters for no more than some papers of one name and year.
        authors: [`Ada Bae${'abcdefghij'[index % 10] ?? ''}`, ...AUTHORS.slice(0, index % 7)].slice(
          index % 2,
        ),
        date: '2024-05-06',
        votes: index,
      },
      arxivId,
      links: {
        page: abstract,
        abstract,
        pdf: null,
        project: 'https://a.example/~x?a=1&b=%20#c_d',
        code: null,
      },
      text: `- **요약** ${index}: $x_${index % 10}^2$ 그리고 \`code\`\n- [link](https://a.example) <b>tag</b>\n\n| a | b |\n|---|---|\n| 1 | 2 |${index % 11 === 3 ? FORGED : ''}`,
      note: index % 5 === 0 ? `메모 ${index}: 50% & {x} #1\n\n- 둘째 줄` : null,
      lists: index % 2 === 0 ? ['주말 읽기'] : [],
    });
  });
}

/** The papers of a folder of digests that LECTERN_CORPUS names; none without it. For runs by hand. */
export function corpusPapers(): readonly ExportPaper[] {
  const folder = process.env['LECTERN_CORPUS'];
  if (folder === undefined) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(?:md|json)$/.test(name))
    .flatMap((name) =>
      readDigest(readFileSync(join(folder, name)), name).papers.map((paper) => {
        const { id, title, authors, date, votes, arxivId, links, text } = paper;
        return exportPaper({ row: { id, title, authors, date, votes }, arxivId, links, text });
      }),
    );
}
