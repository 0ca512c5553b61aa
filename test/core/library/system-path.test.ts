import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromSystemName, toSystemPath } from '../../../src/core/library/system-path.ts';

it('a name of proper text is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(toSystemPath(fromSystemName(Buffer.from(name)))).toBe(name);
    }),
  );
});

it('any bytes come back as they were, even after JSON', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const name = JSON.parse(JSON.stringify(fromSystemName(Buffer.from(bytes)))) as string;
      expect(Buffer.from(toSystemPath(name) as string)).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 500 },
  );
});

it('a Korean name of a Windows archive keeps what is readable of it', () => {
  const name = Buffer.concat([Buffer.from('2024 '), Buffer.of(0xb3, 0xed), Buffer.from('한.md')]);
  expect(fromSystemName(name)).toBe('2024 \udcb3\udced한.md');
});
