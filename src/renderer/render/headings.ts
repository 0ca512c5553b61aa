/**
 * Puts the headings of a text under the heading that it stands below, none more than one level under the one before: a
 * digest may begin with `#` or go from there to `####`. `level`: of the text's own first level.
 */
export function placeHeadings(fragment: DocumentFragment, level: 2 | 3): void {
  const headings = [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = headings.map(({ localName }) => Number(localName.slice(1)));
  const top = Math.min(...levels);
  let before = level - 1;
  headings.forEach((heading, index) => {
    const wanted = level + (levels[index] ?? top) - top;
    before = Math.min(wanted, before + 1, 6);
    const placed = document.createElement(`h${before}`);
    placed.append(...heading.childNodes);
    for (const { name, value } of heading.attributes) placed.setAttribute(name, value);
    heading.replaceWith(placed);
  });
}
