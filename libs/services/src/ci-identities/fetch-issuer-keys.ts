import type { LocalJWKSet } from 'jose';
import { createLocalJWKSet } from 'jose';
import type { Outbound } from '@codemetrics/outbound';
import { OutboundError } from '@codemetrics/outbound';

const TIMEOUT_MS = 8000;
const MOST_CHARACTERS = 262_144;
const MOST_KEYS = 100;

/** The keys of an issuer can't be had; the text says why. */
export class IssuerFailed extends Error {
  override readonly name = 'IssuerFailed';
}

const reasonOf = (error: unknown): string => {
  if (error instanceof IssuerFailed || error instanceof OutboundError) return error.message;
  return error instanceof DOMException && error.name === 'TimeoutError'
    ? `no answer within ${TIMEOUT_MS / 1000} seconds`
    : 'the answer is not JSON';
};

const getJson = async (
  outbound: Outbound,
  url: string,
  what: string,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> => {
  try {
    const answer = await outbound.fetch(url, { headers: { accept: 'application/json' }, signal });
    if (answer.status !== 200) throw new IssuerFailed(`it answered ${answer.status}`);
    if (answer.text.length > MOST_CHARACTERS) throw new IssuerFailed('the answer is too large');
    const value: unknown = JSON.parse(answer.text);
    if (typeof value !== 'object' || value === null) throw new IssuerFailed('the answer is no object');
    return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new IssuerFailed(`${what}: ${reasonOf(error)}`);
  }
};

/**
 * The keys that an issuer signs with now, found by OpenID Connect Discovery.
 * @throws IssuerFailed
 */
export const fetchIssuerKeys = async (outbound: Outbound, issuer: string): Promise<LocalJWKSet> => {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const told = await getJson(outbound, address, 'configuration', signal);
  if (told['issuer'] !== issuer) throw new IssuerFailed('configuration: it names another issuer');
  if (typeof told['jwks_uri'] !== 'string') throw new IssuerFailed('configuration: it has no jwks_uri');
  const { keys } = await getJson(outbound, told['jwks_uri'], 'keys', signal);
  if (!Array.isArray(keys) || keys.length > MOST_KEYS)
    throw new IssuerFailed(`keys: not a list of at most ${MOST_KEYS}`);
  try {
    return createLocalJWKSet({ keys });
  } catch {
    throw new IssuerFailed('keys: not a set of keys');
  }
};
