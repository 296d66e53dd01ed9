import { BlockList, isIP, SocketAddress } from 'node:net';

/** Whether an IP address lies in one of the networks; false for text that is no address. */
export type CidrMatcher = (address: string) => boolean;

interface Address {
  readonly family: 'ipv4' | 'ipv6';
  readonly text: string;
  readonly mapped: boolean;
}

/** An address without its zone; IPv4 written as IPv6 (`::ffff:10.0.0.1`, in any spelling) becomes IPv4. */
function readAddress(text: string): Address | null {
  const version = isIP(text);
  if (version === 0) return null;
  if (version === 4) return { family: 'ipv4', text, mapped: false };
  const { address } = new SocketAddress({ address: text, family: 'ipv6' });
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return mapped
    ? { family: 'ipv4', text: mapped, mapped: true }
    : { family: 'ipv6', text: address, mapped: false };
}

/** The address and the prefix length (in bits of its own family) of one entry. */
function readCidr(entry: string): { address: Address; prefix: number } {
  const bad = (why: string) =>
    new RangeError(
      `${JSON.stringify(entry)} is not a network: ${why}. Write 10.0.0.0/8, 2001:db8::/32 or one address.`,
    );
  const [host = '', length, ...more] = entry.trim().split('/');
  const address = host.includes('%') ? null : readAddress(host);
  if (!address || more.length > 0) throw bad('it does not begin with an IP address');
  const most = address.family === 'ipv4' && !address.mapped ? 32 : 128;
  if (length !== undefined && (!/^(?:0|[1-9][0-9]{0,2})$/.test(length) || Number(length) > most)) {
    throw bad(`the part after "/" must be a whole number from 0 to ${most}`);
  }
  const prefix = length === undefined ? most : Number(length);
  if (address.mapped && prefix < 96) throw bad('a ::ffff: network needs at least /96');
  return { address, prefix: address.mapped ? prefix - 96 : prefix };
}

/**
 * A matcher for a list of networks or single addresses, blanks around them allowed. IPv4 entries also match
 * IPv4-mapped IPv6 addresses, an IPv6 entry such as `::/0` never matches IPv4, and bits after the prefix are
 * ignored. An empty list matches nothing.
 * @throws RangeError that names the malformed entry
 */
export function parseCidrs(list: readonly string[]): CidrMatcher {
  const networks = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const { address, prefix } of list.map(readCidr)) {
    networks[address.family].addSubnet(address.text, prefix, address.family);
  }
  return (text) => {
    const address = readAddress(text);
    return address !== null && networks[address.family].check(address.text, address.family);
  };
}
