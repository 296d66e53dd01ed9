import { isIP, SocketAddress } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;
const IPV6_GROUPS = 8;
/** A provider gives a customer a /48, so that what lies within it is one place. */
const KEPT_GROUPS = 3;

/** The first groups of an address in its shortest form, as the shortest form again. */
const ipv6Network = (address: string): string => {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  // A run of zeros stands between head and tail, for as many groups as are missing.
  const missing =
    tail === undefined ? 0 : IPV6_GROUPS - groups.length - tail.split(':').filter(Boolean).length;
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(tail ? tail.split(':') : [])];
  const kept = all.slice(0, KEPT_GROUPS);
  while (kept.at(-1) === '0') kept.pop();
  return `${kept.join(':')}::/48`;
};

/** The /24 of an IPv4 address or the /48 of an IPv6 one; null for text that is no address. */
export const networkOf = (address: string): string | null => {
  const version = isIP(address);
  if (version === 4) return `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
  if (version === 0) return null;
  const { address: shortest } = new SocketAddress({ address: address.split('%')[0]!, family: 'ipv6' });
  const mapped = MAPPED.exec(shortest)?.[1];
  return mapped === undefined ? ipv6Network(shortest) : networkOf(mapped);
};
