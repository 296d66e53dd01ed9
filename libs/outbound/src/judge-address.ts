import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { parseCidrs } from '@codemetrics/auth';

/** `allowed`: within the networks of the setting. `public`: anybody's internet. `forbidden`: all else. */
export type Verdict = 'allowed' | 'public' | 'forbidden';

type Address = ReturnType<typeof ipaddr.parse>;

/** The IPv4 address that an IPv6 address stands for, by the ranges that embed one. */
const embedded = (address: Address): Address | null => {
  if (address.kind() === 'ipv4') return null;
  const range = address.range();
  const bytes = address.toByteArray();
  if (range === 'ipv4Mapped') return ipaddr.fromByteArray(bytes.slice(12));
  if (range === '6to4') return ipaddr.fromByteArray(bytes.slice(2, 6));
  // 64:ff9b:1::/48 is a network's own translation, and where it puts the IPv4 address is its own affair.
  if (range === 'rfc6052' && bytes[4] === 0 && bytes[5] === 0) return ipaddr.fromByteArray(bytes.slice(12));
  return null;
};

/** The internet is 2000::/3; what lies outside it, ::127.0.0.1 among others, has no place on it. */
const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' && (address.kind() === 'ipv4' || address.toByteArray()[0]! >> 5 === 1);

/**
 * What may be called, by the address that is really connected to. An address that embeds an IPv4 address is judged
 * by that one.
 * @throws RangeError that names a malformed network
 */
export const createAddressJudge = (allowed: readonly string[]): ((text: string) => Verdict) => {
  const isAllowed = parseCidrs(allowed);
  return (text) => {
    if (isIP(text) === 0) return 'forbidden';
    const address = ipaddr.parse(text);
    const meant = embedded(address) ?? address;
    if (isAllowed(text) || isAllowed(meant.toString())) return 'allowed';
    return isPublic(meant) ? 'public' : 'forbidden';
  };
};
