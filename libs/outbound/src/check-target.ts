import { isIP } from 'node:net';
import type { Verdict } from './judge-address.ts';
import { OutboundError } from './outbound-error.ts';

const MOST_CHARACTERS = 2048;

/** Whether an address of this verdict may be called by this protocol: plain HTTP stays within the allowed networks. */
export const permits = (protocol: string, verdict: Verdict): boolean =>
  verdict === 'allowed' || (verdict === 'public' && protocol === 'https:');

/** The refusal of an address; what it is stays unsaid, so that nobody can look names up by it. */
export const forbidden = (protocol: string): OutboundError =>
  new OutboundError(
    'address-forbidden',
    protocol === 'http:'
      ? 'Plain http may only call the networks of OUTBOUND_ALLOWED; use https.'
      : 'The host is not on the public internet, and not within the networks of OUTBOUND_ALLOWED.',
  );

const LOCAL_NAME = /(?:^|\.)localhost\.*$/;

/** The addresses that a host stands for wherever it is looked up; none for other names. */
const certainAddresses = (host: string): string[] => {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare) !== 0) return [bare];
  return LOCAL_NAME.test(bare) ? ['127.0.0.1', '::1'] : [];
};

/** What of a URL shows before its name is looked up; a URL parser has turned every spelling of an address into one. */
export const checkTarget = (
  text: string | URL,
  judge: (address: string) => Verdict,
  mayPlain: boolean,
): URL => {
  const href = String(text);
  if (href.length > MOST_CHARACTERS) throw new OutboundError('bad-url', 'The URL is too long.');
  if (!URL.canParse(href)) throw new OutboundError('bad-url', 'This is not a URL.');
  const url = new URL(href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new OutboundError('bad-url', 'The URL must begin with https://.');
  if (url.username !== '' || url.password !== '')
    throw new OutboundError('bad-url', 'The URL must not hold a user name or a password.');
  if (url.protocol === 'http:' && !mayPlain) throw forbidden(url.protocol);
  const certain = certainAddresses(url.hostname);
  if (certain.length > 0 && !certain.some((address) => permits(url.protocol, judge(address))))
    throw forbidden(url.protocol);
  return url;
};
