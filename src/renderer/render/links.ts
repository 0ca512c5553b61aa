/** Links in rendered texts go through the host's check; they never navigate the app's own window. */
import { linkAddress } from './sanitise.ts';

/** Makes links https or mail, the only kinds that hosts open, and such that even unhandled they leave the app's window alone. */
export function guardLinks(root: ParentNode): void {
  for (const link of root.querySelectorAll('a[href]')) {
    link.setAttribute('href', linkAddress(link.getAttribute('href') ?? '') ?? '');
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
}

/** An attachment: hands every activated link in an element to `open`. */
export function linkOpener(open: (address: string) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const activate = (event: MouseEvent): void => {
      if (!(event.target instanceof Element)) return;
      const link = event.target.closest('a[href]');
      if (!link) return;
      event.preventDefault();
      if (event.button < 2) open(link.getAttribute('href') ?? '');
    };
    element.addEventListener('click', activate);
    element.addEventListener('auxclick', activate);
    return () => {
      element.removeEventListener('click', activate);
      element.removeEventListener('auxclick', activate);
    };
  };
}
