import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailAddress } from '../../src/shared/mail-address.ts';

test.each([
  ['mailto:kim@example.org', 'mailto:kim@example.org'],
  ['MAILTO:kim+papers@example.org', 'mailto:kim%2Bpapers@example.org'],
  ['mailto:a@x.org,b@y.org', 'mailto:a@x.org,b@y.org'],
  ['mailto:a%40x.org', 'mailto:a@x.org'],
  ['mailto:김@예시.한국', 'mailto:%EA%B9%80@%EC%98%88%EC%8B%9C.%ED%95%9C%EA%B5%AD'],
  [
    'mailto:a@x.org?subject=논문&body=줄%0D%0A둘째 줄',
    'mailto:a@x.org?subject=%EB%85%BC%EB%AC%B8&body=%EC%A4%84%0D%0A%EB%91%98%EC%A7%B8%20%EC%A4%84',
  ],
])('%s is an address to write to', (url, plain) => {
  expect(mailAddress(url)).toBe(plain);
  expect(mailAddress(plain)).toBe(plain);
});

test.each([
  ['mailto:', 'nobody'],
  ['mailto:nobody', 'no host'],
  ['mailto:a@x.org?attach=/etc/passwd', 'a file'],
  ['mailto:a@x.org?attachment=file:///etc/passwd', 'a file'],
  ['mailto:a@x.org?Subject=x&Attach=C:\\secret', 'a file'],
  ['mailto:a@x.org?bcc=spy@evil.example', 'a copy to someone'],
  ['mailto:a@x.org?cc=spy@evil.example', 'a copy to someone'],
  ['mailto:a@x.org?to=spy@evil.example', 'another address'],
  ['mailto:a@x.org?x-header=1', 'another header'],
  ['mailto:a@x.org?subject=x%0D%0ABcc:spy@evil.example', 'a header in a subject'],
  ['mailto:a@x.org?subject=x%0ABcc:spy@evil.example', 'a header in a subject'],
  ['mailto:a@x.org%0D%0ABcc:spy@evil.example', 'a header in an address'],
  ['mailto:a@x.org%0Abcc@evil.example', 'a header in an address'],
  ['mailto:"a b"@x.org', 'quotes'],
  ['mailto:a@x.org%22%20--exec', 'what a command line could be misled by'],
  ['mailto:-attach@x.org', 'an option'],
  ['mailto:a@x.org?body=x%00y', 'a NUL'],
  ['mailto:a@x.org?body=x%0Ay', 'half a line end'],
  ['mailto:a@x.org?body=%1B[2J', 'an escape'],
  ['mailto:a@x.org?subject=%ff', 'no text'],
  ['mailto:a@x.org?subject=a&subject=b', 'two subjects'],
  ['mailto:a@x.org#x', 'a fragment'],
  ['mailto://a@x.org', 'slashes'],
  [`mailto:${Array.from({ length: 11 }, (_, n) => `a${n}@x.org`).join()}`, 'a crowd'],
  [`mailto:a@x.org?body=${'a'.repeat(2_000)}`, 'too much'],
  ['https://example.org/', 'another scheme'],
  ['javascript:mailto:a@x.org', 'another scheme'],
])('%s is refused: %s', (url) => {
  expect(mailAddress(url)).toBeNull();
});

test('whatever is given, what comes out holds addresses, a subject and a text, and nothing that ends a header', () => {
  const piece = fc.oneof(
    fc.constantFrom('a@x.org', ',', '?', '&', 'subject=', 'body=', 'bcc=', 'attach=', '%0D%0A'),
    fc.constantFrom('%00', '%0a', '%26', '%3F', '=', '#', '"', ' ', '\r\n', 'x'),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const address = mailAddress(`mailto:a@x.org${pieces.join('')}`);
      if (address === null) return;
      expect(address).toMatch(
        /^mailto:[\w%.@,!~*'()-]+(\?(subject|body)=[^&=?#\s"]*(&(subject|body)=[^&=?#\s"]*)?)?$/,
      );
      expect(address.split('?')[0]).not.toMatch(/%0[ad]/i);
      expect(/subject=([^&]*)/.exec(address)?.[1] ?? '').not.toMatch(/%0[0-9a-f]|%1[0-9a-f]/i);
      expect(mailAddress(address)).toBe(address);
    }),
    { numRuns: 3_000 },
  );
});
