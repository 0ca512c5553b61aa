import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderNote } from '../../../src/renderer/render/render-text.ts';
import { findTasks, toggleTask } from '../../../src/renderer/render/tasks.ts';
import { formatWikiLink } from '../../../src/shared/wiki-links.ts';
import { inElement, render } from './html.ts';

const note = (text: string): HTMLElement => inElement(renderNote(text, () => null).fragment);
const boxes = (root: HTMLElement): HTMLInputElement[] => [...root.querySelectorAll('input')];

describe('check boxes of a note', () => {
  const text = [
    '- [ ] 표 2 확인',
    '  - [x] **nested** one',
    '1. [X] numbered',
    '> - [ ] quoted',
    '',
    '```',
    '- [x] code',
    '```',
    '$$',
    '- [ ] x',
    '$$',
    'not - [ ] here, nor [ ] there',
  ].join('\n');

  it('are those of list items, each with its place in the text', () => {
    const found = boxes(note(text));
    expect(found.map(({ checked }) => checked)).toEqual([false, true, true, false]);
    expect(found.map((box) => text[Number(box.dataset['task'])])).toEqual([' ', 'x', 'X', ' ']);
    expect(found.map((box) => box.getAttribute('aria-label'))).toEqual([
      '표 2 확인',
      'nested one',
      'numbered',
      'quoted',
    ]);
  });

  it('leave brackets elsewhere as they were written', () => {
    const root = note(text);
    expect(root.querySelector('code')?.textContent).toBe('- [x] code');
    expect(root.textContent).toContain('not - [ ] here, nor [ ] there');
    expect(root.textContent).not.toMatch(/[\ue000-\uf8ff]/);
  });

  it('turn, and turn back', () => {
    const [first] = findTasks(text);
    const turned = toggleTask(text, first?.at ?? -1);
    expect(turned.startsWith('- [x] 표 2')).toBe(true);
    expect(toggleTask(turned, first?.at ?? -1)).toBe(text);
  });

  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        '- [ ] 하나',
        '  * [x] two',
        '> 1. [X] q',
        '- [ ]',
        '```',
        '- [ ]\tt',
        '\r',
        '$$',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 12 },
  );

  it('change nothing but their own sign, in any text', () => {
    fc.assert(
      fc.property(lines, fc.nat(300), (parts, at) => {
        const any = parts.join('\n');
        for (const index of [at, ...findTasks(any).map((task) => task.at)]) {
          const turned = toggleTask(any, index);
          expect(turned).toHaveLength(any.length);
          if (turned === any) continue;
          expect(turned.slice(0, index) + turned.slice(index + 1)).toBe(
            any.slice(0, index) + any.slice(index + 1),
          );
          expect([any[index - 1], any[index + 1]]).toEqual(['[', ']']);
        }
      }),
    );
  });

  it('on screen are always boxes of the text, in its order', () => {
    fc.assert(
      fc.property(lines, (parts) => {
        const any = parts.join('\n');
        const places = new Map(findTasks(any).map(({ at, checked }) => [at, checked]));
        const shown = boxes(note(any)).map((box) => [Number(box.dataset['task']), box.checked]);
        for (const [at, checked] of shown) expect(places.get(Number(at))).toBe(checked);
        expect(shown.map(([at]) => Number(at))).toEqual(
          shown.map(([at]) => Number(at)).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('links between papers', () => {
  it('are links by identity, and only in notes', () => {
    const text = `앞의 ${formatWikiLink('arxiv:2402.01391', 'A "title" <b>')} 참고`;
    const link = note(text).querySelector('a');
    expect(link?.dataset['paper']).toBe('arxiv:2402.01391');
    expect(link?.textContent).toBe('A "title" <b>');
    expect(render(text).querySelector('[data-paper]')).toBeNull();
  });

  it('show the identity when there is no title, and other brackets stay text', () => {
    expect(note('[[2402.01391]]').querySelector('a')?.textContent).toBe('arxiv:2402.01391');
    const todo = note('[[todo]] [a](https://a.example/)');
    expect(todo.textContent).toContain('[[todo]]');
    expect(todo.querySelectorAll('a')).toHaveLength(1);
  });

  it('cannot be forged by markup', () => {
    const root = note(
      '<a data-paper="arxiv:1" href="javascript:alert(1)">x</a> <span data-paper=y>z</span>',
    );
    expect(root.querySelector('[data-paper]')).toBeNull();
  });
});

describe('a note', () => {
  it('keeps the lines as they were typed, and sets formulas', () => {
    const root = note('하나\n둘 $x^2$');
    expect(root.querySelector('br')).not.toBeNull();
    expect(root.querySelector('.katex')).not.toBeNull();
  });
});
