import { expect, it } from 'vitest';
import { FileMemory } from '../../../src/core/folders/file-memory.ts';

it('memory that was given back is used for the next file, and by one at a time', () => {
  const memory = new FileMemory();
  const [first, second] = [memory.take(10), memory.take(10)];
  expect(second).not.toBe(first);
  memory.giveBack(first);
  expect(memory.take(20_000)).toBe(first);
  expect(memory.take(20_000)).not.toBe(first);
});

it('a file of any length has room, and a long one’s memory is not kept', () => {
  const memory = new FileMemory();
  const long = memory.take(5_000_000);
  expect(long.length).toBeGreaterThanOrEqual(5_000_000);
  memory.giveBack(long);
  expect(memory.take(5_000_000) === long).toBe(false);
});
