/** Images in texts: never loaded from where the text says, only from the app's own origin and only when allowed. */

/** Where an image of this address may be loaded from now; null when it may not. */
export type ImageSource = (address: string) => string | null;

/** Puts an image, or a note that there is one, in place of every `<span data-image>`. */
export function placeImages(root: ParentNode, sourceOf: ImageSource): void {
  for (const placeholder of root.querySelectorAll('[data-image]')) {
    const source = sourceOf(placeholder.getAttribute('data-image') ?? '');
    const alt = placeholder.textContent;
    placeholder.replaceWith(source === null ? mention(alt) : image(source, alt));
  }
}

function image(source: string, alt: string): HTMLImageElement {
  const element = document.createElement('img');
  element.setAttribute('referrerpolicy', 'no-referrer');
  element.loading = 'lazy';
  element.alt = alt;
  element.src = source;
  return element;
}

function mention(alt: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'image-mention';
  element.textContent = alt === '' ? '🖼' : `🖼 ${alt}`;
  return element;
}
