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
