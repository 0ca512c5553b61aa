/** A page that renders hostile texts by the app's own code and no more of the app, thousands in seconds. */
import { renderNote, renderText } from '../../../src/renderer/render/render-text.ts';
import { sanitise } from '../../../src/renderer/render/sanitise.ts';
import { typeset } from '../../../src/renderer/render/math.ts';
import '../../../src/renderer/render/prose.css';
import './probe.ts';

interface Probe {
  unsafe(root: Element): string[];
  happened(): string[];
}
const { probe } = window as unknown as { readonly probe: Probe };

/** How a text comes to the page. `html`: as if Markdown had let it through, so that the sanitiser stands alone. */
type Way = 'markdown' | 'note' | 'html' | 'formula';

type Shown = { readonly text: string; readonly nodes: Node; readonly again: boolean };

function render(way: Way, text: string): Shown {
  switch (way) {
    case 'markdown':
      return { text, nodes: renderText(text, () => null).fragment, again: false };
    case 'note':
      return { text, nodes: renderNote(text, () => null).fragment, again: false };
    case 'formula':
      return {
        text,
        nodes: typeset({ source: text, display: text.length % 2 === 0 }),
        again: false,
      };
    case 'html':
      return { text, nodes: sanitise(text), again: true };
  }
}

function put({ nodes, again }: Shown): Element[] {
  const element = document.createElement('div');
  element.className = 'prose';
  element.append(nodes);
  document.body.append(element);
  if (!again) return [element];
  // Mutations live on a second parse.
  const parsed = element.cloneNode() as HTMLElement;
  parsed.innerHTML = element.innerHTML;
  document.body.append(parsed);
  return [element, parsed];
}

interface Finding {
  readonly text: string;
  readonly bad: readonly string[];
}

let rendered: readonly Shown[] = [];

/**
 * Renders texts, and shows none. Browsers report the handlers that the sanitiser's parser meets, though they could never
 * run: who asks waits until that is over.
 */
async function prepare(way: Way, texts: readonly string[]): Promise<void> {
  rendered = texts.map((text) => render(way, text));
  await soon();
}

/** Shows what was rendered, lets whatever it holds load and fire, and tells what was found. */
async function show(): Promise<readonly Finding[]> {
  const before = new Map<string, number>();
  for (const what of probe.happened()) before.set(what, (before.get(what) ?? 0) + 1);
  const findings: Finding[] = [];
  const note = (text: string, bad: readonly string[]): void => {
    if (bad.length > 0) findings.push({ text, bad });
  };
  for (const shown of rendered) {
    note(
      shown.text,
      put(shown).flatMap((element) => probe.unsafe(element)),
    );
  }
  for (const element of document.querySelectorAll('.prose *')) {
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    if (element instanceof HTMLElement) element.focus();
  }
  await soon();
  const added = probe.happened().filter((what) => {
    const times = before.get(what) ?? 0;
    before.set(what, times - 1);
    return times <= 0;
  });
  note('one of these', added);
  document.body.replaceChildren();
  return findings;
}

const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

Object.assign(window, { harness: { prepare, show } });
