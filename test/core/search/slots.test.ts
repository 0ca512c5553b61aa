import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARACTERS, ownSlotOfWhole } from '../../../src/core/search/runs.ts';
import { Slots, type Run } from '../../../src/core/search/slots.ts';

describe('slots of a signature', () => {
  it('are shared by no other run where a run has one of its own', () => {
    const run = fc.tuple(
      fc.integer({ min: 0, max: 0x7fff_ffff }),
      fc.integer({ min: 1, max: 0xffff }),
    );
    const isSame = ([head, unit]: Run, [other, last]: Run) => head === other && unit === last;
    const different = fc.uniqueArray(run, { maxLength: 300, comparator: isSame });
    fc.assert(
      fc.property(different, fc.array(run), (own, others) => {
        const slots = new Slots(own, 64);
        const taken = own.map(([head, unit]) => slots.ownSlotOf(head, unit));
        expect(new Set(taken).size).toBe(own.length);
        expect(taken.every((slot) => slot >= 64 && slot < slots.size)).toBe(true);
        for (const other of others.filter((each) => !own.some((run) => isSame(run, each)))) {
          expect(slots.ownSlotOf(...other)).toBe(-1);
          expect(slots.sharedSlotOf(...other)).toBeLessThan(64);
        }
      }),
    );
  });

  it('are learned for what most texts have, however often one text has it', () => {
    const texts = ['모델 모델', '모델', '확확확확확', '모델의 확산'];
    const slots = Slots.learned(texts, CHARACTERS, { own: 3, long: 0, shared: 64 });
    const owned = ['모', '델', '모델', '확', '확확', '산'].filter(
      (word) => ownSlotOfWhole(word, CHARACTERS, slots) >= 0,
    );
    expect(owned).toEqual(['모', '델', '모델']);
  });

  it('are learned for longer runs that several texts have, as far as they begin with such', () => {
    const word = 'languagelessness';
    const texts = [`a ${word} model`, `the ${word}`, `this ${word}`, 'else'];
    const slots = Slots.learned(texts, CHARACTERS, { own: 64, long: 64 * 64, shared: 64 });
    const owns = (run: string) => ownSlotOfWhole(run, CHARACTERS, slots) >= 0;
    expect(['lan', 'language', 'languageless', 'uagelessness'].filter((run) => !owns(run))).toEqual(
      [],
    );
    expect(['mod', 'languagelessn', 'lanx', 'e l'].filter(owns)).toEqual([]);
  });
});
