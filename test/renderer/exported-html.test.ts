/** The HTML export, read by a browser's parser: it stands here for the DOM of these tests. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../src/core/export/clean.ts';
import { writeHtml } from '../../src/core/export/html.ts';
import { exportOptions, exportPaper, HOSTILE, written } from '../core/export/papers.ts';

type Parts = Parameters<typeof exportPaper>[0];

function page(papers: readonly Parts[], patch: Parameters<typeof exportOptions>[0] = {}): Document {
  const text = written(writeHtml(papers.map(exportPaper), exportOptions(patch)));
  return new DOMParser().parseFromString(text, 'text/html');
}

const MARKDOWN =
  'p br strong em del code pre ul ol li blockquote h3 h4 h5 h6 hr table thead tbody tr th td a sup sub';
const PAGE =
  'html head meta title style body header h1 main article h2 p ul li time section h3 span';
/** Of HTML; MathML has a namespace of its own. */
const ALLOWED = new Set(`${MARKDOWN} ${PAGE}`.split(' '));
const ATTRIBUTES = new Set(
  'href rel class lang datetime charset name content http-equiv align start'.split(' '),
);

/** Everything on the page that could load, run or lead anywhere but the web. */
function harm(document: Document): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const isMath = element.namespaceURI === 'http://www.w3.org/1998/Math/MathML';
    if (!isMath && !ALLOWED.has(element.localName)) found.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      if (/^on|^src$|^srcset$|^action$/.test(name)) found.push(element.outerHTML);
      if (!isMath && !ATTRIBUTES.has(name)) found.push(`${name} of ${element.outerHTML}`);
      if (name === 'href' && !/^https?:/.test(value)) found.push(element.outerHTML);
    }
  }
  return found;
}

describe('an HTML export', () => {
  it('is a page with an article for each paper, formulas, summary and note', () => {
    const document = page(
      [
        {
          row: { title: 'M$^{2}$UGen: <b>', authors: ['김하늘'], date: '2024-02-05', votes: 3 },
          links: {
            page: null,
            abstract: 'https://arxiv.org/abs/2311.11255',
            pdf: null,
            project: 'javascript:alert(1)',
            code: null,
          },
          text: '# 제목\n- **굵게** $x_1$ ![그림](https://x.example/a.png) <u>tag</u>',
          note: '내 [링크](https://a.example) [[arxiv:2401.00001|다른 논문]]',
        },
        { row: { title: 'Second' } },
      ],
      { title: '읽을 것', notes: true, language: 'ko' },
    );
    expect(document.title).toBe('읽을 것');
    expect(document.documentElement.lang).toBe('ko');
    expect(document.querySelectorAll('article')).toHaveLength(2);
    expect(document.querySelector('h2')?.textContent).toContain('UGen: <b>');
    expect(document.querySelector('h2 math')).not.toBeNull();
    expect(document.querySelector('h2 a')?.getAttribute('href')).toBe(
      'https://arxiv.org/abs/2311.11255',
    );
    expect(document.querySelector('article h3')?.textContent).toBe('제목');
    expect(document.querySelector('.note')?.textContent).toContain('메모');
    expect(
      document.querySelector('.note a[href="https://arxiv.org/abs/2401.00001"]'),
    ).not.toBeNull();
    expect(document.body.textContent).toContain('<u>tag</u>');
    expect(harm(document)).toEqual([]);
  });

  it('leaves notes and summaries out when they are not asked for', () => {
    const paper = { text: 'the summary', note: 'the note' };
    const bare = page([paper], { summaries: false }).body.textContent;
    expect(bare).not.toMatch(/the (?:summary|note)/);
  });

  it('has the policy that nothing loads or runs, and loads nothing', () => {
    const policy = page([]).querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toContain("default-src 'none'");
  });

  it('shows titles as printed and does no harm, whatever a digest holds', () => {
    const pieces = fc.constantFrom(
      '<script>',
      '</script>',
      '<img src=x onerror=x>',
      '<svg onload=x>',
      '](javascript:x)',
      '[a',
      '![',
      '<!--',
      '-->',
      '&lt;',
      '$\\href{javascript:x}{y}$',
      '$\\includegraphics{x}$',
      '$x^2$',
      '`',
      '```',
      '\n\n',
      '| a | b |\n|---|---|\n',
      '"',
      "'",
      '<a href="javascript:x">',
      '[x]: javascript:y\n',
      '> ',
      '<style>',
      '\0',
      '<https://a.example>',
      '<javascript:x>',
      '가',
    );
    const hostile = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, text, note) => {
        const paper = {
          row: { title, authors: [title], date: title },
          text,
          note,
          links: { page: title, abstract: text, pdf: note, project: null, code: null },
        };
        const document = page([paper], { notes: true, title });
        expect(harm(document)).toEqual([]);
        const printed = cleanLine(title);
        if (/[$\\{}]/.test(printed)) return;
        expect(cleanLine(document.querySelector('h2')?.textContent ?? '')).toBe(printed);
      }),
      { numRuns: 150 },
    );
  });
});
