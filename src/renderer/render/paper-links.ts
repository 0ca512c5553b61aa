/** Links from a note to other papers: they open in the app, not in a browser. */

/** Makes links of `<span data-paper>`. */
export function placePaperLinks(root: ParentNode): void {
  for (const placeholder of root.querySelectorAll<HTMLElement>('span[data-paper]')) {
    const link = document.createElement('a');
    // Only so that the keyboard reaches it: whoever shows the text answers the click.
    link.href = '#';
    link.className = 'paper-link';
    link.dataset['paper'] = placeholder.dataset['paper'] ?? '';
    link.append(...placeholder.childNodes);
    placeholder.replaceWith(link);
  }
}
