import { afterEach, describe, expect, it } from 'vitest';
import { linkOpener } from '../../../src/renderer/render/links.ts';
import { render } from './html.ts';

afterEach(() => document.body.replaceChildren());

function page(text: string): { element: HTMLElement; opened: string[]; stop: () => void } {
  const element = render(text);
  const opened: string[] = [];
  document.body.append(element);
  return { element, opened, stop: linkOpener((address) => opened.push(address))(element) };
}

function click(target: Element | null, type: 'click' | 'auxclick', button: number): MouseEvent {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, button });
  target?.dispatchEvent(event);
  return event;
}

describe('links in rendered texts', () => {
  it('are handed over instead of followed, by either button, also from inside the link', () => {
    const { element, opened } = page('[**bold**](https://a.example/x)');
    expect(click(element.querySelector('strong'), 'click', 0).defaultPrevented).toBe(true);
    expect(click(element.querySelector('a'), 'auxclick', 1).defaultPrevented).toBe(true);
    expect(opened).toEqual(['https://a.example/x', 'https://a.example/x']);
  });

  it('to mail addresses are kept, those that ask for more are not', () => {
    const { element } = page(
      'Write to <kim@example.org> or [her](mailto:lee@example.org?attach=/etc/passwd).',
    );
    const links = [...element.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['mailto:kim@example.org']);
  });

  it('that were refused by the sanitiser do nothing', () => {
    const { element, opened } = page('[x](javascript:alert(1)) [y](/relative)');
    for (const link of element.querySelectorAll('a')) click(link, 'click', 0);
    expect(opened).toEqual([]);
  });
});
