/**
 * A title as a reader would type it: `M$^{2}$UGen` → `M2UGen`, `\textsc{Foo}` → `Foo`. Only for comparing: what is shown
 * keeps its LaTeX.
 */
export function withoutLatex(title: string): string {
  if (!/[$\\{}]/.test(title)) return title;
  return title
    .replace(/\\(?:text|math|operatorname|rm|bf|it|sc|tt|sf|em)[a-z]*\*?(?=\s*\{|\s)/g, '')
    .replace(/\\([a-zA-Z]+)/g, '$1')
    .replace(/[$\\{}^_]/g, '');
}
