import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/slices.ts';
import { Alphabet } from '../../../src/core/query/alphabet.ts';

const collator = new Intl.Collator(['ko', 'en'], { numeric: true });
const title = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('강', '화', '학', 'a', 'B', 'b', '1', '01', ' '),
    maxLength: 6,
  }),
);

function inOrder(places: ReadonlyMap<unknown, number>, texts: readonly string[]): string[] {
  const different = [...new Set(texts)];
  return different.sort((a, b) => (places.get(a) ?? NaN) - (places.get(b) ?? NaN));
}

/** All of it at once. */
function placesIn(alphabet: Alphabet, texts: readonly unknown[]): ReadonlyMap<unknown, number> {
  return finish(alphabet.places(texts));
}

describe('an alphabet', () => {
  it('puts texts where a Korean and English reader looks for them, whenever they come', () => {
    fc.assert(
      fc.property(fc.array(fc.array(title, { maxLength: 300 })), (batches) => {
        const alphabet = new Alphabet();
        const all: string[] = [];
        for (const batch of batches) {
          all.push(...batch);
          const places = placesIn(alphabet, all);
          const sorted = inOrder(places, all);
          for (const [at, text] of sorted.entries()) {
            expect(collator.compare(sorted[at - 1] ?? text, text)).toBeLessThanOrEqual(0);
          }
          expect(new Set(sorted.map((text) => places.get(text))).size).toBe(sorted.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('works in small steps, and once for each text', () => {
    const alphabet = new Alphabet();
    const texts = Array.from({ length: 1_000 }, (_, index) => `title ${(index * 7) % 1_000}`);
    expect([...alphabet.places([...texts, null, 7])].length).toBeGreaterThan(10);
    expect([...alphabet.places(texts)]).toEqual([]);
    expect(placesIn(alphabet, texts).get('title 2')).toBe(2);
  });

  it('learns at two places at the same time', () => {
    const alphabet = new Alphabet();
    const [some, others] = [
      ['b', 'd', 'a'],
      ['c', 'a', 'e'],
    ];
    const slow = alphabet.places(some);
    slow.next();
    expect([...placesIn(alphabet, others)].length).toBe(3);
    while (slow.next().done !== true);
    const places = placesIn(alphabet, [...some, ...others]);
    expect([...places.keys()]).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([...places.values()]).toEqual([0, 1, 2, 3, 4]);
  });

  it('forgets texts that no paper has any more', () => {
    const alphabet = new Alphabet();
    placesIn(
      alphabet,
      Array.from({ length: 2_000 }, (_, index) => `old ${index}`),
    );
    expect(placesIn(alphabet, ['new']).size).toBe(1);
  });
});
