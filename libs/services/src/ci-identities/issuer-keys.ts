import type { CryptoKey, JWSHeaderParameters, LocalJWKSet } from 'jose';
import { errors } from 'jose';
import { MAX_CI_IDENTITIES } from '@codemetrics/contracts';
import type { Outbound } from '@codemetrics/outbound';
import { fetchIssuerKeys } from './fetch-issuer-keys.ts';

/** The longest that keys are used before they are fetched again, so that one taken back soon ends. */
const FRESH_MS = 600_000;
/** A kid that nobody knows can be made up, so it makes an issuer be asked at most this often. */
const UNKNOWN_KID_MS = 30_000;
/** So long an issuer that failed is left alone. */
const FAILED_MS = 5000;

/** The keys of the issuers that are trusted. Ask for no other: it would be called. */
export interface IssuerKeys {
  /**
   * The key that a token's header names.
   * @throws IssuerFailed; an error of jose where the issuer has no such key
   */
  find(issuer: string, header: JWSHeaderParameters): Promise<CryptoKey>;
}

interface Known {
  readonly askedAt: number;
  readonly fetched?: { readonly keys: LocalJWKSet; readonly at: number } | undefined;
  /** Why the last attempt failed. */
  readonly failure?: unknown;
}

/** Keys are kept in memory, of as many issuers as there may be trusts. */
export const createIssuerKeys = (outbound: Outbound, now: () => Date): IssuerKeys => {
  const known = new Map<string, Known>();
  const asked = new Map<string, Promise<LocalJWKSet>>();

  const remember = (issuer: string, state: Known): void => {
    known.delete(issuer);
    known.set(issuer, state);
    if (known.size > MAX_CI_IDENTITIES) known.delete(known.keys().next().value!);
  };

  /** One call at a time for each issuer; who comes meanwhile shares its answer. */
  const ask = (issuer: string): Promise<LocalJWKSet> => {
    const running = asked.get(issuer);
    if (running) return running;
    const at = now().getTime();
    const last = known.get(issuer);
    if (last?.failure !== undefined && at - last.askedAt < FAILED_MS) return Promise.reject(last.failure);
    const asking = fetchIssuerKeys(outbound, issuer)
      .then(
        (keys) => {
          remember(issuer, { askedAt: at, fetched: { keys, at } });
          return keys;
        },
        (failure: unknown) => {
          remember(issuer, { askedAt: at, fetched: last?.fetched, failure });
          throw failure;
        },
      )
      .finally(() => asked.delete(issuer));
    asked.set(issuer, asking);
    return asking;
  };

  return {
    find: async (issuer, header) => {
      const at = now().getTime();
      const last = known.get(issuer)?.fetched;
      const keys = last && at - last.at < FRESH_MS ? last.keys : await ask(issuer);
      try {
        return await keys(header);
      } catch (error) {
        const isUnknown = error instanceof errors.JWKSNoMatchingKey;
        if (!isUnknown || at - (known.get(issuer)?.askedAt ?? at) < UNKNOWN_KID_MS) throw error;
        return (await ask(issuer))(header);
      }
    },
  };
};
