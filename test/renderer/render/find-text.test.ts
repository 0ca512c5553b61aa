import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { findText, MAX_FOUND } from '../../../src/renderer/render/find-text.ts';

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

const found = (html: string, words: string): readonly string[] =>
  findText(page(html), words).map((range) => range.toString());

afterEach(() => (document.body.innerHTML = ''));

describe('finding words on screen', () => {
  it('finds every place, whatever the case, width and accents', () => {
    expect(found('<p>Résumé, RESUME and ｒｅｓｕｍｅ.</p>', 'resume')).toEqual([
      'Résumé',
      'RESUME',
      'ｒｅｓｕｍｅ',
    ]);
  });

  it('finds Korean inside compounds, and syllables written in parts', () => {
    expect(found('<p>강화학습과 학습률</p>', '학습')).toEqual(['학습', '학습']);
    const parts = '학습'.normalize('NFD');
    expect(found(`<p>강화${parts}</p>`, '학습')).toEqual([parts]);
    expect(found('<p>강화학습</p>', parts)).toEqual(['학습']);
  });

  it('does not take a syllable for part of another', () => {
    expect(found('<p>각도</p>', '가')).toEqual([]);
  });

  it('finds across elements of a line, and never across two blocks', () => {
    expect(found('<p>a <strong>large</strong> model</p>', 'large model')).toEqual(['large model']);
    expect(found('<p>large</p><p>model</p>', 'large model')).toEqual([]);
    expect(found('<p>large</p><p>model</p>', 'largemodel')).toEqual([]);
  });

  it('takes any space for any other', () => {
    expect(found('<p>large\n   model</p>', ' large  model ')).toEqual(['large\n   model']);
  });

  it('leaves out what is not seen', () => {
    const unseen = '<span class="katex-mathml">alpha</span><button>alpha</button>';
    expect(
      found(`<p>${unseen}<span class="visually-hidden">alpha</span>alpha</p>`, 'alpha'),
    ).toEqual(['alpha']);
  });

  it('finds nothing for no words, and does not go on for ever', () => {
    expect(found('<p>text</p>', '  ')).toEqual([]);
    expect(found(`<p>${'a'.repeat(3_000)}</p>`, 'a')).toHaveLength(MAX_FOUND);
  });

  it('finds any piece of any text where it stands', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        'b',
        ' ',
        '가',
        '각',
        'É',
        'é',
        'Å',
        'ß',
        'ﬁ',
        '\u0301',
        'ㄱ',
        '\n',
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(10), (whole, from, length) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = whole;
        const piece = whole.slice(from, from + length);
        const ranges = findText(paragraph, piece);
        // A piece may begin amid a character: then it need not be found, but what is found must be in place.
        for (const range of ranges) {
          expect(range.startOffset).toBeLessThan(range.endOffset);
          expect(range.endOffset).toBeLessThanOrEqual(whole.length);
        }
        if (/^[ab가]+$/.test(piece) && /^[ab가각ㄱ \n]*$/.test(whole)) {
          expect(ranges.length).toBeGreaterThan(0);
          for (const range of ranges) expect(range.toString()).toBe(piece);
        }
      }),
    );
  });
});
