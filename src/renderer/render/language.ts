/** Tells browsers the language of a piece of text, for fonts, line breaking and screen readers. */

/** `ko`, `ja`, `zh` or `en` by script; null when there is no letter to judge by. Korean prose with English terms is `ko`. */
export function languageOf(text: string): 'ko' | 'ja' | 'zh' | 'en' | null {
  const sample = text.slice(0, 2_000);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return null;
  const share = (script: RegExp): number => count(sample, script) / letters;
  if (share(/\p{Script=Hangul}/gu) > 0.15) return 'ko';
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.15) return 'ja';
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  return share(/\p{Script=Latin}/gu) > 0.5 ? 'en' : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Sets `lang` on every block that holds text of its own. */
export function tagLanguages(root: ParentNode): void {
  for (const block of root.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, th, td')) {
    const language = languageOf(block.textContent);
    if (language) block.setAttribute('lang', language);
  }
}
