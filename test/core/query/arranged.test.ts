import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf } from '../../../src/core/bits.ts';
import { Arranged } from '../../../src/core/query/arranged.ts';

const CAPACITY = 1024;

/** Some papers in an order, and for each the part that it belongs to; 0 for none. */
const arrangements = fc.integer({ min: 0, max: CAPACITY }).chain((size) =>
  fc.record({
    order: fc.shuffledSubarray([...Array(CAPACITY).keys()], { minLength: size, maxLength: size }),
    partOf: fc.array(fc.nat(4), { minLength: CAPACITY, maxLength: CAPACITY }),
  }),
);

describe('papers in an order', () => {
  it('are the same, asked for in any piece, before and after all were put in order', () => {
    fc.assert(
      fc.property(
        arrangements,
        fc.array(fc.tuple(fc.nat(CAPACITY), fc.nat(400)), { minLength: 1, maxLength: 6 }),
        ({ order, partOf }, pieces) => {
          const parts = [1, 2, 3, 4].map((part) =>
            order.filter((number) => partOf[number] === part),
          );
          const wanted = parts.flat();
          const arranged = Arranged.by(
            Int32Array.from(order),
            parts.map((part) => bitsOf(part, CAPACITY)),
          );
          expect(arranged.length).toBe(wanted.length);
          for (const [from, length] of pieces) {
            expect([...arranged.slice(from, from + length)]).toEqual(
              wanted.slice(from, from + length),
            );
          }
          expect([...arranged.all()]).toEqual(wanted);
          expect([...arranged.slice(0, 20)]).toEqual(wanted.slice(0, 20));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stand as they were put', () => {
    const arranged = Arranged.as(Int32Array.from([3, 1, 2]));
    expect(arranged.length).toBe(3);
    expect([...arranged.slice(1, 9)]).toEqual([1, 2]);
  });
});
