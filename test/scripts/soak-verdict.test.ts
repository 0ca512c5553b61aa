import { expect, test } from 'vitest';
import { verdict, type Sample } from '../soak/verdict.ts';

function samples(grow: (index: number) => number): readonly Sample[] {
  return Array.from({ length: 12 }, (_, index) => ({
    seconds: index,
    pageHeap: 20_000_000 * grow(index),
    pageNodes: 3_000,
    pageListeners: 100,
    pageDocuments: 2,
    hostHeap: 60_000_000,
    hostBuffers: 20_000_000,
    hostResident: 200_000_000,
    hostHandles: 10,
    hostFiles: 30 + (index % 3),
  }));
}

test('what wavers is flat', () => {
  const rows = verdict(samples((index) => 1 + (index % 4) / 20));
  expect(rows?.every(({ flat }) => flat)).toBe(true);
});

test('what grows bit by bit is told, and nothing else is', () => {
  const rows = verdict(samples((index) => 1 + index / 20)) ?? [];
  expect(rows.filter(({ flat }) => !flat).map(({ measure }) => measure)).toEqual(['pageHeap']);
});

test('a few samples tell nothing', () => {
  expect(verdict(samples(() => 1).slice(0, 5))).toBeNull();
});
