import { expect, it } from 'vitest';
import { isKnownHost } from '../../../src/core/host/known-hosts.ts';

it.each([
  'https://arxiv.org/abs/2402.01391',
  'https://export.arxiv.org/pdf/1',
  'https://huggingface.co/papers/1',
  'https://dl.acm.org/doi/10.1145/1',
])('%s is opened without a question', (address) => {
  expect(isKnownHost(address)).toBe(true);
});

it.each([
  'https://arxiv.org.evil.example/',
  'https://notarxiv.org/',
  'https://evil.example/?arxiv.org',
  'https://arxiv.org:8443/',
  'https://xn--rxiv-53d.org/',
  'https://127.0.0.1/',
])('%s is asked for', (address) => {
  expect(isKnownHost(address)).toBe(false);
});
