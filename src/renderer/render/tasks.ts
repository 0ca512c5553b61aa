/**
 * Check boxes of a note: `- [ ] to do`. Which box on screen is which bracket in the text must not be a guess, so each
 * bracket is replaced by an invisible mark with its number before the text is parsed. A mark that comes out at the beginning of
 * a list item is a check box; one that comes out elsewhere (in code, say) becomes its bracket again.
 */

export interface Task {
  /** Index of what stands between the brackets. */
  readonly at: number;
  readonly checked: boolean;
  /** With its brackets, as written. */
  readonly raw: string;
}

export interface MarkedText {
  readonly text: string;
  readonly tasks: readonly Task[];
  /** Stands on both sides of a number, and nowhere in the note. */
  readonly sign: string;
}

/** A list item, within quotes and other list items maybe, that begins with a bracket and white space. */
const ITEM = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+\[([ xX])\](?=[ \t])/gm;

/** Every place in a text that may be a check box, in order. */
export function findTasks(text: string): readonly Task[] {
  return [...text.matchAll(ITEM)].map((match) => ({
    at: match.index + match[0].length - 2,
    checked: match[1] !== ' ',
    raw: `[${match[1] ?? ' '}]`,
  }));
}

/** The text with one box turned; the same text when there is no box at that index. */
export function toggleTask(text: string, at: number): string {
  const task = findTasks(text).find((candidate) => candidate.at === at);
  if (task === undefined) return text;
  return text.slice(0, at) + (task.checked ? ' ' : 'x') + text.slice(at + 1);
}

/** Puts marks in place of brackets. */
export function markTasks(text: string): MarkedText {
  const tasks = findTasks(text);
  const sign = unusedSign(text);
  let marked = '';
  let end = 0;
  tasks.forEach(({ at }, index) => {
    marked += `${text.slice(end, at - 1)}${sign}${index}${sign}`;
    end = at + 2;
  });
  return { text: marked + text.slice(end), tasks, sign };
}

/** A character of the private use area that the text does not hold. */
function unusedSign(text: string): string {
  for (let code = 0xe000; code < 0xf900; code += 1) {
    const sign = String.fromCharCode(code);
    if (!text.includes(sign)) return sign;
  }
  // A text that holds all 6,400 of them: its boxes are not found, which harms nothing.
  return '\uf8ff';
}

/** Puts check boxes in place of the marks, and brackets back where a mark is none. */
export function placeTasks(root: DocumentFragment, { tasks, sign }: MarkedText): void {
  if (tasks.length === 0) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text && node.data.includes(sign)) texts.push(node);
  }
  const mark = new RegExp(`${sign}(\\d+)${sign}`, 'g');
  for (const node of texts) {
    const item = itemOf(node);
    const [whole, number] = new RegExp(`^${sign}(\\d+)${sign}[ \\t]*`).exec(node.data) ?? [];
    const task = tasks[Number(number)];
    if (item !== null && whole !== undefined && task !== undefined) {
      node.data = node.data.slice(whole.length);
      const box = checkBox(task);
      node.before(box);
      item.classList.add('task');
      box.setAttribute('aria-label', nameOf(item) || '☐');
    }
    node.data = node.data.replace(
      mark,
      (written, index: string) => tasks[Number(index)]?.raw ?? written,
    );
  }
}

/** The list item that begins with this text, or null. */
function itemOf(node: Text): HTMLLIElement | null {
  let at: Node = node;
  for (;;) {
    if (at.previousSibling !== null && !isBlank(at.previousSibling)) return null;
    const parent = at.parentNode;
    if (parent instanceof HTMLLIElement) return parent;
    if (!(parent instanceof HTMLParagraphElement)) return null;
    at = parent;
  }
}

function isBlank(node: Node): boolean {
  return node instanceof Text && node.data.trim() === '';
}

function checkBox({ at, checked }: Task): HTMLInputElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = checked;
  box.dataset['task'] = String(at);
  return box;
}

/** The words of an item, without those of the lists in it. */
function nameOf(item: HTMLLIElement): string {
  const copy = item.cloneNode(true) as HTMLElement;
  for (const list of copy.querySelectorAll('ul, ol')) list.remove();
  for (const line of copy.querySelectorAll('br')) line.replaceWith(' ');
  return copy.textContent.trim().slice(0, 200);
}
