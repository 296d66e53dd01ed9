import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { OutboundError } from './outbound-error.ts';

/** The addresses of a name. */
export type Lookup = (hostname: string) => Promise<readonly { address: string; family: number }[]>;

/** The system's own way of looking names up. */
export const lookupBySystem: Lookup = (hostname) => systemLookup(hostname, { all: true });

/**
 * The lookup of a socket: it gets only addresses that are permitted, so that a name can't stand for one address while
 * it is checked and for another while it is called.
 */
export const guardedLookup =
  (lookup: Lookup, isPermitted: (address: string) => boolean, refusal: () => OutboundError): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname).then(
      (found) => {
        const permitted = found.filter(({ address }) => isPermitted(address));
        const [first] = permitted;
        if (!first) callback(found.length > 0 ? refusal() : noAddress(), '', 0);
        else if (options.all) callback(null, [...permitted]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };

const noAddress = (): Error => Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
