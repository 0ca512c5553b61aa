/**
 * Keeps a Korean particle with the word before it where a line could break between them: after a bracket, as in
 * `강화학습(PPO)으로`, after the sign of a quantity, as in `62%를`, and after a formula, as in `$\\alpha$를`.
 * `word-break: keep-all` keeps only letters together.
 */
const AFTER_SIGN = /(?<=[)\]}’”」』》〉%‰°℃*])[\uac00-\ud7a3]+/gu;
const AT_BEGINNING = /^[\uac00-\ud7a3]+/u;

/** Wraps each such particle; prose.css puts a word joiner before it, which is neither copied nor found. */
export function joinParticles(fragment: DocumentFragment): void {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('pre, code, .katex')) continue;
    const begins = text.previousSibling instanceof Element ? AT_BEGINNING.exec(text.data) : null;
    const found = [...(begins === null ? [] : [begins]), ...text.data.matchAll(AFTER_SIGN)];
    // From the end, so that what comes before keeps its place.
    for (const { 0: particle, index } of found.toReversed()) {
      const rest = text.splitText(index);
      rest.splitText(particle.length);
      const span = document.createElement('span');
      span.className = 'particle';
      rest.replaceWith(span);
      span.append(rest);
    }
  }
}

/** An attachment that sets a plain text in this way. */
export function joined(text: string): (element: Element) => void {
  return (element) => {
    const fragment = document.createDocumentFragment();
    fragment.append(text);
    joinParticles(fragment);
    element.replaceChildren(fragment);
  };
}
