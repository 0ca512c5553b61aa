import { addressVectors } from './address-vectors.ts';
import { htmlVectors } from './html-vectors.ts';
import { textVectors } from './text-vectors.ts';

export interface Vector {
  /** The class of attack, and its number in it. */
  readonly name: string;
  readonly text: string;
}

/** Every vector, in order. */
export const vectors: readonly Vector[] = Object.entries({
  ...htmlVectors,
  ...addressVectors,
  ...textVectors,
}).flatMap(([group, texts]) =>
  texts.map((text, index) => ({ name: `${group} ${index + 1}`, text })),
);

/** How many classes they are of. */
export const classes: number = Object.keys({
  ...htmlVectors,
  ...addressVectors,
  ...textVectors,
}).length;
