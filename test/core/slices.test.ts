import { describe, expect, it } from 'vitest';
import { Slicer } from '../../src/core/slices.ts';

describe('a slicer', () => {
  it('lets a waiting call have its turn once a slice is used up', async () => {
    const slicer = new Slicer(0);
    const order: string[] = [];
    setImmediate(() => order.push('call'));
    await slicer.pause();
    order.push('work');
    expect(order).toEqual(['call', 'work']);
  });

  it('costs no promise while the slice lasts', () => {
    expect(new Slicer(60_000).pause()).toBeUndefined();
  });
});
