/** Which hosts are out on the internet: a digest must not make the app ask the reader's own machine or network. */
import { BlockList, isIP } from 'node:net';

/** IANA IPv4 special-purpose address registry: what is not globally reachable, and multicast. */
const special4 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  special4.addSubnet(network, bits, 'ipv4');
}

/** Global unicast is 2000::/3 (RFC 4291), without documentation, Teredo and 6to4, which carry other addresses inside. */
const unicast6 = new BlockList();
unicast6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  special6.addSubnet(network, bits, 'ipv6');
}

/** IPv4 inside IPv6: NAT64 (RFC 6052), by which networks with IPv6 alone reach IPv4 hosts. */
const nat64 = new BlockList();
nat64.addSubnet('64:ff9b::', 96, 'ipv6');

/** The last 32 bits of a valid IPv6 address, dotted; the URL parser writes them as two hexadecimal groups. */
function embeddedIPv4(address: string): string {
  const { hostname } = new URL(`http://[${address}]/`);
  const groups = hostname.slice(1, -1).split('::');
  const tail = (groups.at(-1) ?? '').split(':').filter((group) => group !== '');
  const [high = 0, low = 0] = ['0', '0', ...tail].slice(-2).map((group) => parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Whether an IP address is reachable on the internet; false for anything that is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special4.check(address, 'ipv4');
    case 6:
      if (nat64.check(address, 'ipv6')) return isPublicAddress(embeddedIPv4(address));
      return unicast6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Names that never lead out: RFC 6761, 6762, 8375, ICANN's `internal`, and names without a dot. */
const LOCAL_NAME = /^[^.]*$|\.(localhost|local|internal|lan|home\.arpa)$/;

/** The host of a URL as an IP address or a name, without brackets and a final dot. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** Whether a host name may be looked up at all; an address has to be public. */
export function isPublicHost(host: string): boolean {
  return isIP(host) === 0 ? !LOCAL_NAME.test(host) : isPublicAddress(host);
}
