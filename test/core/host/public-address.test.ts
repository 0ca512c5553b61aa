import { expect, test } from 'vitest';
import { bareHost, isPublicAddress, isPublicHost } from '../../../src/core/host/public-address.ts';

test.each([
  '1.1.1.1',
  '93.184.215.14',
  '172.32.0.1',
  '223.255.255.255',
  '2606:4700::1111',
  '64:ff9b::5db8:d70e',
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '64:ff9b::7f00:1',
  '64:ff9b::10.0.0.1',
  'example.org',
  '',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

test.each([
  'http://localhost/',
  'http://a.localhost./',
  'http://printer.local/',
  'http://router/',
  'http://nas.lan/',
  'http://metadata.internal/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
])('%s is a host of the own machine or network', (url) => {
  expect(isPublicHost(bareHost(new URL(url)))).toBe(false);
});

test('an ordinary name may be looked up', () => {
  expect(isPublicHost(bareHost(new URL('https://cdn.example.org./x')))).toBe(true);
});
