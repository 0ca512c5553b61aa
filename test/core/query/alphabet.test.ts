import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alphabet } from '../../../src/core/query/alphabet.ts';

const collator = new Intl.Collator(['ko', 'en'], { numeric: true });
const title = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('강', '화', '학', 'a', 'B', 'b', '1', '01', ' '),
    maxLength: 6,
  }),
);

function inOrder(places: ReadonlyMap<string, number>, texts: readonly string[]): string[] {
  const different = [...new Set(texts)];
  return different.sort((a, b) => (places.get(a) ?? NaN) - (places.get(b) ?? NaN));
}

describe('an alphabet', () => {
  it('puts texts where a Korean and English reader looks for them, whenever they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(title, { maxLength: 300 })), async (batches) => {
        const alphabet = new Alphabet();
        const all: string[] = [];
        for (const [index, batch] of batches.entries()) {
          all.push(...batch);
          if (index % 2 === 0) await alphabet.prepare(all, () => Promise.resolve());
          const sorted = inOrder(alphabet.places(all), all);
          for (const [at, text] of sorted.entries()) {
            expect(collator.compare(sorted[at - 1] ?? text, text)).toBeLessThanOrEqual(0);
          }
          expect(new Set(sorted.map((text) => alphabet.places(all).get(text))).size).toBe(
            sorted.length,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is ready once it was prepared, and gives way to others meanwhile', async () => {
    const alphabet = new Alphabet();
    const texts = Array.from({ length: 1_000 }, (_, index) => `title ${(index * 7) % 1_000}`);
    let pauses = 0;
    const pause = (): undefined => void (pauses += 1);
    await alphabet.prepare(texts, pause);
    expect(pauses).toBeGreaterThan(10);
    expect(alphabet.prepare(texts, pause)).toBeUndefined();
    expect(alphabet.places(texts).get('title 2')).toBe(2);
  });

  it('forgets texts that no paper has any more', () => {
    const alphabet = new Alphabet();
    const old = Array.from({ length: 2_000 }, (_, index) => `old ${index}`);
    alphabet.places(old);
    expect(alphabet.places(['new']).size).toBe(1);
  });
});
