import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparison } from '../../../src/renderer/views/notes/comparison.ts';
import { difference } from '../../../src/renderer/views/notes/editor/difference.ts';
import { passageText, quotation } from '../../../src/renderer/views/notes/passage.ts';
import { appended } from '../../../src/renderer/views/notes/note-text.ts';
import { render } from '../render/html.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });

describe('the difference of two texts', () => {
  it('makes one of the other', () => {
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const [before, after] = [a + b + d, a + c + d];
        const change = difference(before, after);
        if (change === null) expect(before).toBe(after);
        else {
          const { from, to, insert } = change;
          expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
          expect(from).toBeGreaterThanOrEqual(Math.min(a.length, from));
        }
      }),
    );
  });

  it('is shown as parts that hold both texts whole', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const [before, after] = [a + b, c + b];
        const parts = comparison(before, after);
        const join = (left: string): string =>
          parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');
        expect(join('new')).toBe(before);
        expect(join('gone')).toBe(after);
      }),
    );
  });
});

describe('a quoted passage', () => {
  function quoted(root: HTMLElement): string {
    document.body.replaceChildren(root);
    const range = document.createRange();
    range.selectNodeContents(root);
    return passageText(range);
  }

  it('keeps its lines, and formulas as they were written', () => {
    const root = render('- **방법**: uses $x^2$ well\n- second\n\n$$\\sum_i$$');
    expect(quoted(root)).toBe('방법: uses $x^2$ well\n\nsecond\n\n$$\\sum_i$$');
  });

  it('takes a formula whole when only a part of it is selected', () => {
    const root = render('so $a+b$ holds');
    document.body.replaceChildren(root);
    const range = document.createRange();
    const inside = root.querySelector('.katex-html')?.lastChild ?? root;
    range.setStart(inside, 0);
    range.setEnd(root.querySelector('p')?.lastChild ?? root, 3);
    expect(passageText(range)).toBe('$a+b$ ho');
  });

  it('is a quotation in Markdown', () => {
    expect(quotation('하나\n\n둘')).toBe('> 하나\n>\n> 둘');
  });
});

describe('a block at the end of a note', () => {
  it('stands apart from what was there', () => {
    expect(appended('', '## x\n')).toBe('## x\n\n');
    expect(appended('one\n\n\n', '> q')).toBe('one\n\n> q\n\n');
  });
});
