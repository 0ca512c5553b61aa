// What tests ask of the page itself, whose types they do not know.
/* global document, getComputedStyle, window */

/**
 * How an element is painted: ground, ink, and the line around it.
 * @param {import('@playwright/test').Locator} locator
 * @returns {Promise<{ ground: string, ink: string, line: string, lineColour: string }>}
 */
export function paintOf(locator) {
  return locator.evaluate((node) => {
    const style = getComputedStyle(node);
    return {
      ground: style.backgroundColor,
      ink: style.color,
      line: `${style.outlineStyle} ${style.outlineWidth}`,
      lineColour: style.outlineColor,
    };
  });
}

/**
 * Names what cannot be reached or read: a page wider than the window, a control that no scrolling brings into sight, a text
 * that is cut off without a sign of it.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<readonly string[]>}
 */
export function lostIn(page) {
  return page.evaluate(() => {
    const lost = [];
    const { innerWidth, innerHeight } = window;
    const top =
      [...document.querySelectorAll('dialog[open], [popover]:popover-open')].at(-1) ??
      document.querySelector('.side.out') ??
      document.querySelector('[data-pane="page"]') ??
      document.body;
    const isUnseen = (node) => node.closest('.visually-hidden, .katex, legend') !== null;
    const tell = (what, node) =>
      lost.push(
        `${what}: <${node.localName}> ${node.getAttribute('aria-label') ?? node.textContent.trim().slice(0, 40)}`,
      );
    if (document.documentElement.scrollWidth > innerWidth) lost.push('the page scrolls sideways');
    const scrolls = [...top.querySelectorAll('*')].filter((node) => node.scrollTop > 0);
    const places = scrolls.map((node) => node.scrollTop);

    for (const node of top.querySelectorAll(
      'button, a[href], input, select, textarea, summary, [tabindex="0"]',
    )) {
      if (!node.checkVisibility({ visibilityProperty: true }) || isUnseen(node)) continue;
      node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top: above, bottom, width, height } = node.getBoundingClientRect();
      if (width <= 1 || height <= 1) continue;
      const tall = height > innerHeight || width > innerWidth;
      if (left < -1 || right > innerWidth + 1) tell('beside the window', node);
      else if (!tall && (above < -1 || bottom > innerHeight + 1)) tell('outside the window', node);
      else if (!tall) {
        const at = document.elementFromPoint((left + right) / 2, (above + bottom) / 2);
        if (
          at === null ||
          !(node.contains(at) || at.contains(node) || node.labels?.[0]?.contains(at))
        )
          tell('covered', node);
      }
    }
    for (const node of top.querySelectorAll('*')) {
      if (node.children.length > 0 || node.textContent.trim() === '') continue;
      if (!node.checkVisibility({ visibilityProperty: true }) || isUnseen(node)) continue;
      const style = getComputedStyle(node);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const told = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (hides && !told && node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1)
        tell('cut off', node);
    }
    for (const [at, node] of scrolls.entries()) node.scrollTop = places[at];
    return lost;
  });
}
