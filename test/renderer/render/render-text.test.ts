import { describe, expect, it } from 'vitest';
import {
  MAX_TEXT,
  prepareText,
  renderNote,
  renderText,
} from '../../../src/renderer/render/render-text.ts';
import { inElement, render } from './html.ts';

describe('rendered Markdown', () => {
  it('sets label bullets as label and text, and keeps the colon for copying', () => {
    const element = render("- **Label**: text\n- ***What's New***: news\n- **방법:** 내용");
    const items = [...element.querySelectorAll('.labelled')];
    expect(items.map((item) => item.querySelector('.label')?.textContent)).toEqual([
      'Label',
      "What's New",
      '방법',
    ]);
    expect(items.map((item) => item.textContent.trim())).toEqual([
      'Label: text',
      "What's New: news",
      '방법: 내용',
    ]);
  });

  it('sets a list of labels as definitions, each part with its language', () => {
    const element = render(
      "- ***What's New***: 새로운 방법을 제안한다.\n\n- **방법:** 내용\n  - 하나",
    );
    expect(element.querySelector('ul.labelled, li.labelled')).toBeNull();
    const parts = [...element.querySelectorAll('dl > div > *')];
    expect(parts.map(({ tagName, textContent }) => `${tagName} ${textContent.trim()}`)).toEqual([
      "DT What's New:",
      'DD 새로운 방법을 제안한다.',
      'DT 방법:',
      expect.stringMatching(/^DD 내용\s+하나$/),
    ]);
    expect(parts.map((part) => part.getAttribute('lang'))).toEqual(['en', 'ko', 'ko', 'ko']);
    expect(element.querySelector('dd li')?.textContent).toBe('하나');
  });

  it('keeps a Korean particle with the bracket, sign or formula before it, and the text as it was', () => {
    const text = '강화학습(PPO)으로 배우고, $\\alpha$를 **크게** 하는 `f(x)는` 아니다. (끝)';
    const element = render(text);
    const joined = [...element.querySelectorAll('.particle')].map(({ textContent }) => textContent);
    expect(joined).toEqual(['으로', '를']);
    expect(element.textContent).toContain('강화학습(PPO)으로 배우고');
    expect(render('오차를 5%까지 줄이고 62%의 사람이').querySelectorAll('.particle')).toHaveLength(
      2,
    );
    expect(render('[정책](https://example.org)(가)의').querySelectorAll('.particle')).toHaveLength(
      1,
    );
  });

  it('ends a bare address before the Korean particle that is written on to it', () => {
    const linked = (text: string): readonly (string | null)[] =>
      [...render(text).querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(
      linked(
        "코드는 'https://github.com/a/B'에서, https://a.github.io/x/에서는, https://b.org/C{C}에서",
      ),
    ).toEqual(['https://github.com/a/B', 'https://a.github.io/x/', 'https://b.org/C']);
    expect(linked('https://github.com/a/b-2에서 공개')).toEqual(['https://github.com/a/b-2']);
    expect(linked('https://ko.wikipedia.org/wiki/강화학습 참고')).toEqual([
      'https://ko.wikipedia.org/wiki/%EA%B0%95%ED%99%94%ED%95%99%EC%8A%B5',
    ]);
    expect(render('https://github.com/a/b에서 공개').textContent).toContain('a/b에서 공개');
  });

  it('puts the headings of a text below those of the page, each at most one level down', () => {
    const levels = (element: Element): readonly string[] =>
      [...element.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
        ({ localName, textContent }) => `${localName} ${textContent}`,
      );
    expect(levels(render('# a\n\n#### b\n\n## c\n\n# d'))).toEqual([
      'h2 a',
      'h3 b',
      'h3 c',
      'h2 d',
    ]);
    expect(levels(render('### a\n\n#### *b*'))).toEqual(['h2 a', 'h3 b']);
    const { fragment } = renderNote('# a\n\n## b', () => null);
    expect(levels(inElement(fragment))).toEqual(['h3 a', 'h4 b']);
  });

  it('leaves a list alone where only some bullets are labelled', () => {
    const element = render('- **Label**: text\n- plain');
    expect(element.querySelector('dl')).toBeNull();
    expect(element.querySelectorAll('li.labelled')).toHaveLength(1);
  });

  it('takes bold text without a colon, or in the middle, for no label', () => {
    const element = render('- **Bold** start\n- a **b**: c\n- *soft*: d');
    expect(element.querySelector('.labelled')).toBeNull();
  });

  it('nests bullets, numbers lists from where they start, sets tables and task lists', () => {
    const element = render(
      '- a\n  - b\n\n3. c\n4. d\n\n| x | y |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open',
    );
    expect(element.querySelector('li li')?.textContent).toBe('b');
    expect(element.querySelector('ol')?.getAttribute('start')).toBe('3');
    expect(element.querySelector('td[align="right"]')?.textContent).toBe('2');
    expect(element.textContent).toContain('☑ done');
    expect(element.textContent).toContain('☐ open');
    expect(element.querySelector('input')).toBeNull();
  });

  it('shows raw HTML as text, save line breaks, raised and lowered text', () => {
    const element = render(
      'a<br>b x<sup>2</sup> H<sub>2</sub>O <b>not bold</b> <!-- gone --> List<int>',
    );
    expect(element.querySelector('br')).not.toBeNull();
    expect(element.querySelector('sup')?.textContent).toBe('2');
    expect(element.querySelector('b')).toBeNull();
    expect(element.textContent).toContain('<b>not bold</b>');
    expect(element.textContent).toContain('List<int>');
    expect(element.textContent).not.toContain('gone');
  });

  it('tells the language of each block', () => {
    const element = render('한국어 문장은 LLM과 함께 쓴다.\n\nAn English sentence.\n\n123');
    expect([...element.querySelectorAll('p')].map((p) => p.getAttribute('lang'))).toEqual([
      'ko',
      'en',
      null,
    ]);
  });

  it('makes links https and guards them', () => {
    const link = render('[x](http://arxiv.org/abs/2402.01391)').querySelector('a');
    expect(link?.href).toBe('https://arxiv.org/abs/2402.01391');
    expect(link?.rel).toBe('noopener noreferrer');
    expect(link?.target).toBe('_blank');
  });

  it('shows an image only from the app itself, only when its address is allowed', () => {
    const text = '![Figure 1](https://a.example/1.png) ![](https://b.example/2.png)';
    const element = render(text, (address) =>
      address === 'https://a.example/1.png' ? 'media/abc' : null,
    );
    const images = [...element.querySelectorAll('img')];
    expect(images.map((image) => image.getAttribute('src'))).toEqual(['media/abc']);
    expect(images[0]?.alt).toBe('Figure 1');
    expect(images[0]?.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(element.querySelectorAll('.image-mention')).toHaveLength(1);
  });

  it('leaves * and _ in formulas alone', () => {
    const element = render('$a_i * b_i$ and *c $d*e$ f*');
    expect(element.querySelectorAll('.katex')).toHaveLength(2);
    expect(element.querySelectorAll('em')).toHaveLength(1);
  });

  it('reads no formula in code', () => {
    expect(render('`$x$`\n\n```\n$y$\n```').querySelector('.katex')).toBeNull();
  });
});

describe('a text made ready', () => {
  const html = (text: string): string => {
    const element = document.createElement('div');
    element.append(renderText(text, () => null).fragment);
    return element.innerHTML;
  };

  it('is rendered as one that was not, each time it is shown', () => {
    const text =
      '- ***Korean***: 강화학습 $x^2$ <script>alert(1)</script> [a](https://example.org)';
    const before = html(text);
    prepareText(text);
    expect(html(text)).toBe(before);
    expect(html(text)).toBe(before);
  });

  it('stays plain where it nests too deep', () => {
    const text = '> '.repeat(3_000) + 'x';
    const before = html(text);
    prepareText(text);
    expect(html(text)).toBe(before);
  });
});

describe('formulas', () => {
  it('are set for eyes and for screen readers', () => {
    const element = render('$x^2$');
    expect(element.querySelector('.katex-html')).not.toBeNull();
    expect(element.querySelector('math msup')).not.toBeNull();
  });

  it('on lines of their own are set as displays, whatever their lines look like', () => {
    const element = render('Before\n\n$$\n- a\n+ b\n$$\n\nafter');
    expect(element.querySelector('.math-display .katex-display')).not.toBeNull();
    expect(element.querySelector('ul')).toBeNull();
    expect(element.textContent).toContain('after');
  });

  it('that KaTeX cannot read show their source', () => {
    const element = render('see $\\nosuchcommand{x}$ here');
    expect(element.querySelector('.math-failed code')?.textContent).toBe('\\nosuchcommand{x}');
    expect(element.textContent).toBe('see \\nosuchcommand{x} here\n');
  });

  it('that expand without end, or are absurdly large, stop', () => {
    const bomb = render('$\\def\\a{\\a\\a}\\a$');
    expect(bomb.querySelector('.math-failed')).not.toBeNull();
    const huge = render('$\\rule{99999em}{99999em}$');
    expect(huge.innerHTML).not.toContain('99999em;');
  });

  it('write no style attribute into MathML, which the content policy would block', () => {
    const element = render('$\\pmb{x}$ $\\fcolorbox{red}{blue}{y}$');
    expect(element.querySelectorAll('.katex')).toHaveLength(2);
    expect(element.querySelector('math [style]')).toBeNull();
  });

  it.each([
    ['roots', '\\sqrt{'],
    ['powers', 'x^{'],
    ['fractions', '\\frac1{'],
    ['accents', '\\hat{'],
  ])(
    'of a hundred nested %s show their source: laying them out would crash the window',
    (_n, open) => {
      const nested = (levels: number): string => `$${open.repeat(levels)}x${'}'.repeat(levels)}$`;
      expect(render(nested(100)).querySelector('.math-failed')).not.toBeNull();
      expect(render(nested(8)).querySelector('.katex-html')).not.toBeNull();
    },
  );

  it('beyond some hundreds stay as source', () => {
    const element = render('$x$ '.repeat(600));
    expect(element.querySelectorAll('.katex')).toHaveLength(500);
    expect(element.querySelectorAll('.math-failed')).toHaveLength(100);
  });
});

describe('absurd texts', () => {
  it('are cut at a line, and say so', () => {
    const line = '긴 문장입니다. '.repeat(20);
    const text = `${line}\n\n`.repeat(Math.ceil((2 * MAX_TEXT) / line.length));
    const { fragment, cut } = renderText(text, () => null);
    expect(cut).toBe(true);
    expect(fragment.textContent.length).toBeLessThanOrEqual(MAX_TEXT);
    expect(renderText(line, () => null).cut).toBe(false);
  });

  it.each([
    ['quotes', '> '.repeat(400)],
    ['list items', '- '.repeat(400)],
  ])('of hundreds of nested %s come as plain text', (_name, text) => {
    const element = render(`${text}x`);
    let depth = 0;
    for (let inner: Element | null = element; inner !== null; inner = inner.firstElementChild)
      depth += 1;
    expect(depth).toBeLessThan(200);
    expect(element.textContent).toContain('x');
  });

  it.each([
    ['brackets', '['],
    ['quotes', '> '],
    ['underscores', '_a'],
    ['tags', '<'],
    ['comments', '<!--'],
    ['dollars', '$a '],
    ['parentheses', '\\('],
    ['backticks', '`'],
    ['numbers', '1. '],
    ['links', '[a](<'],
  ])('of nothing but %s come out whole and without an exception', (_name, piece) => {
    const text = piece.repeat(Math.floor(40_000 / piece.length));
    const { fragment } = renderText(text, () => null);
    expect(fragment.childNodes.length).toBeGreaterThan(0);
  });
});
