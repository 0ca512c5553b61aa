import { languageOf } from './language.ts';

/**
 * Sets bullets such as `- ***What's New***: …` and `- **방법**: …` as a label and its text. The colon stays in the
 * document, for copying and for screen readers; prose.css hides it from sight.
 */
const MAX_LABEL = 60;

export function markLabels(root: ParentNode): void {
  for (const item of root.querySelectorAll('li')) {
    const block = item.firstElementChild?.tagName === 'P' ? item.firstElementChild : item;
    const label = leading(block);
    if (label && !/^(?:STRONG|EM)$/.test(label.tagName)) continue;
    if (!label || !hasBold(label) || label.textContent.length > MAX_LABEL) continue;
    const colon = takeColon(label);
    if (colon === null) continue;
    const hidden = document.createElement('span');
    hidden.className = 'label-colon';
    hidden.textContent = `${colon} `;
    label.after(hidden);
    label.classList.add('label');
    item.classList.add('labelled');
  }
}

function leading(block: Element): Element | null {
  const first = [...block.childNodes].find(
    (node) => node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() !== '',
  );
  return first instanceof Element ? first : null;
}

function hasBold(label: Element): boolean {
  return label.tagName === 'STRONG' || label.querySelector('strong') !== null;
}

/** Takes the colon from behind the label (`**A**: …`) or from its end (`**A:** …`); null when there is none or no text. */
function takeColon(label: Element): string | null {
  const after = label.nextSibling;
  if (!(after instanceof Text)) return null;
  const outside = /^\s?([:：])\s*/.exec(after.data);
  if (outside) {
    after.data = after.data.slice(outside[0].length);
    return outside[1] ?? null;
  }
  const inside = /[:：]\s*$/.exec(label.textContent);
  const last = lastText(label);
  if (!inside || !last) return null;
  last.data = last.data.replace(/\s*[:：]\s*$/, '');
  after.data = after.data.trimStart();
  return inside[0].trim();
}

function lastText(node: Node): Text | null {
  let last: Node | null = node.lastChild;
  while (last && !(last instanceof Text)) last = last.lastChild;
  return last;
}

/** Turns lists of nothing but labelled bullets into definitions: the label is the term, its text what is said of it. */
export function setDefinitions(root: ParentNode): void {
  for (const list of root.querySelectorAll('ul')) {
    const items = [...list.children];
    if (items.length === 0 || !items.every((item) => item.classList.contains('labelled'))) continue;
    const definitions = document.createElement('dl');
    definitions.append(...items.map(definition));
    list.replaceWith(definitions);
  }
}

function definition(item: Element): HTMLElement {
  const group = document.createElement('div');
  const term = document.createElement('dt');
  const text = document.createElement('dd');
  group.className = 'labelled';
  for (const [part, language] of [
    [term, languageOf(item.querySelector('.label')?.textContent ?? '')],
    [text, item.getAttribute('lang')],
  ] as const) {
    if (language !== null) part.lang = language;
  }
  term.append(...item.querySelectorAll(':scope > .label, :scope > p:first-child > .label'));
  term.append(
    ...item.querySelectorAll(':scope > .label-colon, :scope > p:first-child > .label-colon'),
  );
  text.append(...item.childNodes);
  group.append(term, text);
  return group;
}
