/** Formulas by KaTeX, built as DOM nodes and CSSOM styles: the content security policy allows no style attributes. */
import katex from 'katex';
import 'katex/dist/katex.min.css';
import type { Formula } from '../../shared/latex/formula.ts';
import { isTooDeep } from './depth.ts';

/** More than any summary holds; beyond it formulas stay as source, so that a hostile text cannot hold up the window. */
const MAX_FORMULAS = 500;
const MAX_SOURCE = 4_000;

// KaTeX writes these two as style attributes into its MathML, which the policy would block and report.
const STYLED_MATHML = /\\(?:pmb|fcolorbox)(?![a-zA-Z])/;

/** Typesets one formula; its source, marked as a formula that failed, when KaTeX cannot read it. */
export function typeset({ source, display }: Pick<Formula, 'source' | 'display'>): HTMLElement {
  const element = document.createElement('span');
  element.className = display ? 'math math-display' : 'math';
  element.translate = false;
  if (source.length > MAX_SOURCE) return failed(element, source);
  try {
    katex.render(source, element, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 300,
      maxSize: 20,
      output: STYLED_MATHML.test(source) ? 'html' : 'htmlAndMathml',
    });
    return isTooDeep(element) ? failed(element, source) : element;
  } catch {
    // ParseError, or a RangeError of absurd nesting: either way the reader sees what the author wrote.
    return failed(element, source);
  }
}

function failed(element: HTMLElement, source: string): HTMLElement {
  const code = document.createElement('code');
  code.textContent = source;
  element.classList.add('math-failed');
  element.replaceChildren(code);
  return element;
}

/** Puts typeset formulas in place of `<span data-math>`. */
export function typesetFormulas(root: ParentNode): void {
  let count = 0;
  for (const placeholder of root.querySelectorAll('[data-math]')) {
    const source = placeholder.textContent;
    const display = placeholder.getAttribute('data-math') === 'display';
    count += 1;
    placeholder.replaceWith(
      count > MAX_FORMULAS
        ? failed(document.createElement('span'), source)
        : typeset({ source, display }),
    );
  }
}
