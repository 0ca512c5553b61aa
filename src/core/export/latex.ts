import { cleanLines } from './clean.ts';

/**
 * BibTeX counts braces whether or not a backslash precedes them, so braces of the text become commands without any.
 * docs/notes/export.md has the table and its sources.
 */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};

/** Commands that may stay in formulas: they typeset something, and can neither read, write nor define. */
const MATH_COMMANDS = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau upsilon
  phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega sim simeq approx equiv cong propto
  leq geq le ge neq ne ll gg times cdot pm mp div ast star circ bullet oplus otimes infty partial nabla ell hbar Re Im to
  rightarrow leftarrow leftrightarrow Rightarrow Leftarrow mapsto uparrow downarrow in notin subset subseteq cup cap
  forall exists log exp min max arg sum prod int sqrt frac hat bar tilde vec dot mathbb mathcal mathbf mathrm mathit
  mathsf mathfrak boldsymbol text textit textbf textrm ldots cdots dots prime quad langle rangle lfloor rfloor lceil
  rceil vert Vert mid dagger`.split(/\s+/),
);

/** A formula in dollars, or a font command with plain text in it: `\textsc{Foo}`. */
const KEPT =
  /\$(?<formula>[^$\n]+)\$|(?<font>\\(?:emph|text(?:sc|bf|it|tt|rm|sf)))\{(?<text>[^\\{}$\n]*)\}/g;

function escapeText(text: string): string {
  return text.replace(/[\\{}^~$&%#_]/g, (character) => ESCAPES[character] ?? character);
}

/** Whether a formula holds nothing but what typesets: known commands, letters, digits, signs, balanced braces. */
export function isHarmlessFormula(formula: string): boolean {
  if (!/^(?:\\[A-Za-z]+|[A-Za-z0-9\s^_{}()[\]+\-=*/.,:;<>|'!])+$/.test(formula)) return false;
  let depth = 0;
  for (const brace of formula.replace(/[^{}]/g, '')) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  const commands = formula.match(/\\[A-Za-z]+/g) ?? [];
  return depth === 0 && commands.every((command) => MATH_COMMANDS.has(command.slice(1)));
}

/** Text of a digest or a note as LaTeX that typesets it and does nothing else; formulas of known commands stay formulas. */
export function latexText(text: string): string {
  const clean = cleanLines(text);
  let latex = '';
  let end = 0;
  for (const match of clean.matchAll(KEPT)) {
    const { formula, font, text: inner } = match.groups ?? {};
    latex += escapeText(clean.slice(end, match.index));
    if (font !== undefined) latex += `${font}{${escapeText(inner ?? '')}}`;
    else latex += isHarmlessFormula(formula ?? '') ? match[0] : escapeText(match[0]);
    end = match.index + match[0].length;
  }
  return latex + escapeText(clean.slice(end));
}
