import { fold } from '../../shared/query/fold.ts';

/**
 * Those that a name in a query means: the ones called so, else the ones that have it in their name. Compared folded, so
 * that case, accents and the way a keyboard writes quotes do not matter.
 */
export function named<T extends { readonly name: string }>(
  items: readonly T[],
  name: string,
): readonly T[] {
  const wanted = fold(name).trim();
  const folded = items.map((item) => ({ item, name: fold(item.name).trim() }));
  const exact = folded.filter((one) => one.name === wanted);
  const found = exact.length > 0 ? exact : folded.filter((one) => one.name.includes(wanted));
  return found.map(({ item }) => item);
}
