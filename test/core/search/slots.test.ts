import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIRS } from '../../../src/core/search/signatures.ts';
import { Slots } from '../../../src/core/search/slots.ts';

describe('slots of a signature', () => {
  it('are shared by no other run where a run has one of its own', () => {
    const run = fc.integer({ min: 1, max: 0xffff_ffff });
    fc.assert(
      fc.property(fc.uniqueArray(run, { maxLength: 300 }), fc.array(run), (own, others) => {
        const slots = new Slots(own, 64);
        const taken = own.map((each) => slots.slotOf(each));
        expect(new Set(taken).size).toBe(own.length);
        expect(own.every((each) => slots.ownSlotOf(each) >= 0)).toBe(true);
        for (const other of others.filter((each) => !own.includes(each))) {
          expect(slots.ownSlotOf(other)).toBe(-1);
          expect(taken).not.toContain(slots.slotOf(other));
          expect(slots.slotOf(other)).toBeLessThan(slots.size);
        }
      }),
    );
  });

  it('are learned for what most texts have, however often one text has it', () => {
    const texts = ['모델 모델', '모델', '확확확확확확', '모델의 확산'];
    const slots = Slots.learned(texts, PAIRS, 3, 64);
    const owned = ['모', '델', '모델', '확', '확확', '산'].filter((word) => {
      const run = PAIRS.whole(word);
      return run !== null && slots.ownSlotOf(run) >= 0;
    });
    expect(owned).toEqual(['모', '델', '모델']);
  });
});
