/**
 * How deep a text may nest. Browsers lay out by recursion, and some hundred levels end their stack: the whole window then
 * crashes (seen in Chromium with a formula of a hundred nested roots). Prose nests to ten, formulas to fifty.
 */
export const MAX_DEPTH = 150;

/** Whether anything stands more than MAX_DEPTH levels below a node. Recurses not, so that depth costs nothing here. */
export function isTooDeep(root: Node): boolean {
  let node: Node = root;
  let depth = 0;
  for (;;) {
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      if (depth > MAX_DEPTH) return true;
      continue;
    }
    while (node !== root && node.nextSibling === null) {
      node = node.parentNode ?? root;
      depth -= 1;
    }
    if (node === root || node.nextSibling === null) return false;
    node = node.nextSibling;
  }
}
