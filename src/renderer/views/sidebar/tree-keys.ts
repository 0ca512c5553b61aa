import type { Item } from './items.ts';

export type TreeMove =
  | { readonly kind: 'select'; readonly item: Item }
  | { readonly kind: 'expand'; readonly item: Item; readonly open: boolean }
  | { readonly kind: 'enter'; readonly item: Item };

/** What a key does in the sidebar (ARIA's tree pattern, over all trees as one); null when it is not the tree's key. */
export function treeMove(key: string, items: readonly Item[], current: Item): TreeMove | null {
  const at = items.indexOf(current);
  const to = (index: number): TreeMove | null => {
    const item = items[Math.max(0, Math.min(index, items.length - 1))];
    return item === undefined ? null : { kind: 'select', item };
  };
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(items.length - 1);
    case 'ArrowRight':
      if (current.expanded === false) return { kind: 'expand', item: current, open: true };
      return current.expanded === true ? to(at + 1) : { kind: 'enter', item: current };
    case 'ArrowLeft': {
      if (current.expanded === true) return { kind: 'expand', item: current, open: false };
      const parent = items.slice(0, at).findLast(({ level }) => level < current.level);
      return current.level > 1 && parent !== undefined ? { kind: 'select', item: parent } : null;
    }
    case 'Enter':
      return { kind: 'enter', item: current };
    default:
      return null;
  }
}
