import { expect, test } from 'vitest';
import { checkLink } from '../../../src/core/host/check-link.ts';

test('an https address comes back normalised', () => {
  expect(checkLink(' HTTPS://Example.ORG:443/a b?q=한글#x ')).toBe(
    'https://example.org/a%20b?q=%ED%95%9C%EA%B8%80#x',
  );
});

test('an address to write to comes back in its plainest form', () => {
  expect(checkLink('MAILTO:kim@example.org?subject=a b')).toBe(
    'mailto:kim@example.org?subject=a%20b',
  );
});

test('arXiv over http becomes https, with its subdomains', () => {
  expect(checkLink('http://arxiv.org/abs/2402.01391')).toBe('https://arxiv.org/abs/2402.01391');
  expect(checkLink('http://export.arxiv.org/abs/1')).toBe('https://export.arxiv.org/abs/1');
});

test.each([
  'http://example.org/',
  'http://notarxiv.org/',
  'http://arxiv.org.example.org/',
  'http://arxiv.org:8080/abs/1',
  'javascript:alert(1)',
  'data:text/html,hello',
  'file:///etc/passwd',
  'mailto:a@example.org?attach=/etc/passwd',
  'mailto:a@example.org?subject=x%0D%0ABcc:b@example.org',
  'smb://example.org/share',
  'https://user@example.org/',
  'https://arxiv.org:secret@example.org/',
  'https://',
  'https://exa mple.org/',
  '//example.org/',
  '',
  `https://example.org/${'a'.repeat(8_000)}`,
])('%s is refused', (url) => {
  expect(() => checkLink(url)).toThrow(expect.objectContaining({ code: 'link-blocked' }));
});
