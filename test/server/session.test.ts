import type * as Crypto from 'node:crypto';
import { timingSafeEqual } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { Session } from '../../src/server/session.ts';

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof Crypto>();
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) };
});

const compared = vi.mocked(timingSafeEqual);
afterEach(() => compared.mockClear());

/** Lengths of what was compared, and nothing else can have decided. */
function lengths(): readonly number[] {
  return compared.mock.calls.flatMap(([one, other]) => [one.byteLength, other.byteLength]);
}

test('a token is compared in constant time, digest with digest, whatever its length', () => {
  const session = new Session(1);
  const { token } = session;
  for (const [given, opens] of [
    [token, true],
    [token.slice(0, -1), false],
    [`${token}A`, false],
    ['A', false],
    [`${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`, false],
  ] as const) {
    compared.mockClear();
    expect(session.opens(`Bearer ${given}`)).toBe(opens);
    expect(lengths()).toEqual([32, 32]);
  }
});

test('a cookie is compared in the same way', () => {
  const session = new Session(1);
  const [cookie = ''] = session.setCookie().split(';');
  for (const [given, holds] of [
    [cookie, true],
    [cookie.slice(0, -1), false],
    ['lectern_1=', false],
  ] as const) {
    compared.mockClear();
    expect(session.holds(given)).toBe(holds);
    expect(lengths()).toEqual([32, 32]);
  }
});
