/** Runs in the page of a hostile text, and tells what that text did or could do. Used as a script: e2e/hostile/script.ts. */

/** What no text of others may bring into the page, whatever stands around it. */
const FORBIDDEN =
  /^(?:script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|portal|fencedframe|form|input|button|select|textarea|option|dialog|title|template|slot|noscript|video|audio|source|track|marquee|animate|set|foreignobject|use|image|maction|annotation-xml)$/i;
const FORBIDDEN_ATTRIBUTE =
  /^(?:on.*|id|name|form|ping|is|slot|part|srcdoc|srcset|formaction|action|background|poster|data|autofocus|popover|popovertarget|contenteditable|accesskey|itemprop|usemap|xlink:.*|attributename)$/i;

/** The web by https, and a letter that names no more than who gets it, what about, and how it begins. */
const SAFE_LINK =
  /^(?:https:\/\/|mailto:[^\s"<>?#&]+@[^\s"<>?#&]+(?:\?(?:(?:subject|body)=[^\s"<>#&]*&?)*)?$)/i;

function ofElement(node: Element): string[] {
  const inFormula = node.closest('.katex') !== null;
  const bad: string[] = [];
  // A note's check boxes are the app's own.
  const isBox = node.matches('li.task input[type=checkbox]');
  if (!isBox && (FORBIDDEN.test(node.localName) || node.localName.includes('-')))
    bad.push(node.localName);
  const { namespaceURI } = node;
  if (!inFormula && namespaceURI !== 'http://www.w3.org/1999/xhtml') bad.push(String(namespaceURI));
  for (const { name, value } of node.attributes) {
    if (FORBIDDEN_ATTRIBUTE.test(name)) bad.push(`${name}=${value}`);
    if (name === 'style' && !inFormula) bad.push(`style=${value}`);
    const isText = name === 'title' || name === 'alt' || name === 'data-image';
    if (!isText && /^\s*(?:javascript|vbscript|data|blob|file|filesystem|about):/i.test(value))
      bad.push(`${name}=${value}`);
    if (name === 'href' && !SAFE_LINK.test(value)) bad.push(`href=${value}`);
    if (name === 'src' && !/^(?:media|assets)\//.test(value)) bad.push(`src=${value}`);
    if (/url\(|expression\(|@import/i.test(name === 'style' ? value : '')) bad.push(value);
  }
  if (node.shadowRoot !== null) bad.push('a shadow root');
  const { position } = getComputedStyle(node);
  if (position === 'fixed' || position === 'sticky') bad.push(position);
  return bad.map((what) => `${what} in ${node.outerHTML.slice(0, 200)}`);
}

/** What stands in an element that no text of others may bring there. */
function unsafe(root: Element): string[] {
  return [...root.querySelectorAll('*')].flatMap(ofElement);
}

/** Where one points outside the boxes of texts and finds something of them. */
function outside(texts: readonly Element[]): string[] {
  const boxes = new Map(texts.map((text) => [text, text.getBoundingClientRect()]));
  const hits: string[] = [];
  for (let x = 4; x < innerWidth; x += 24) {
    for (let y = 4; y < innerHeight; y += 24) {
      const top = document.elementFromPoint(x, y);
      const text = texts.find((one) => one !== top && one.contains(top));
      const box = text === undefined ? undefined : boxes.get(text);
      if (top === null || box === undefined) continue;
      // Hits are rounded to whole pixels.
      const isAcross = x >= box.left - 1 && x <= box.right + 1;
      if (isAcross && y >= box.top - 1 && y <= box.bottom + 1) continue;
      hits.push(`${x},${y} ${top.outerHTML.slice(0, 100)}`);
    }
  }
  return hits;
}

const tried: string[] = [];
/** Names that the page had before, on the window and the document: a text that adds one clobbers. */
const namesOf = (object: object): Set<string> => new Set(Object.getOwnPropertyNames(object));
const known = namesOf(window);
const knownOfPrototype = namesOf(Object.prototype);
const title = document.title;

/** What has happened in the page since the probe came. */
function happened(): string[] {
  const added = [...namesOf(window)].filter((name) => !known.has(name) && !ours.has(name));
  const polluted = [...namesOf(Object.prototype)].filter((name) => !knownOfPrototype.has(name));
  return [
    ...tried,
    ...added.map((name) => `window.${name}`),
    ...polluted.map((name) => `Object.prototype.${name}`),
    ...(document.title === title ? [] : [`the title ${document.title}`]),
    ...(document.cookie === '' ? [] : [`the cookie ${document.cookie}`]),
    ...(document.querySelector('base, meta[http-equiv=refresh i]') === null ? [] : ['a base']),
  ];
}

/** What is wrong with the texts shown in a part of the page, all in one look. */
function shown(part: Element): string[] {
  const texts = [...part.querySelectorAll('h1, .prose, .title, .authors')];
  const visible = texts.filter((text) => text.checkVisibility());
  return [...visible.flatMap((text) => unsafe(text)), ...outside(visible)];
}

const ours = new Set(['hack', 'probe', 'harness']);
const hack = (): void => void tried.push('script');
Object.assign(window, { hack, probe: { unsafe, outside, shown, happened } });
// Other words for the same: what a vector calls must be there to be called.
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
  window[name] = (() => {
    tried.push(name);
    return null;
  }) as never;
}
document.addEventListener('securitypolicyviolation', (event) =>
  tried.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
);
