import { matchesRepository } from '@codemetrics/contracts';
import type { CiIdentityRow } from '@codemetrics/database';
import { CiTokenRefused } from './ci-token-refused.ts';
import type { CiClaims } from './verify-ci-token.ts';

const MOST_TOLD = 10;

/** A token is for one audience: one that is for others too, they could bring here themselves. */
const isFor = ({ aud }: CiClaims, audience: string): boolean =>
  (Array.isArray(aud) && aud.length === 1 ? aud[0] : aud) === audience;

/** The claims in which a token differs from what a trust takes; `*` stands for any characters. */
export const differingClaims = (
  identity: Pick<CiIdentityRow, 'audience' | 'claims'>,
  claims: CiClaims,
): string[] => [
  ...(isFor(claims, identity.audience) ? [] : ['aud']),
  ...Object.entries(identity.claims)
    .filter(([name, pattern]) => {
      const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
      return typeof value !== 'string' || !matchesRepository(pattern, value);
    })
    .map(([name]) => name),
];

/**
 * The one trust that a token fits. Of several none is taken: which one gave the rights would be anybody's guess.
 * @throws CiTokenRefused
 */
export const fitIdentity = (identities: readonly CiIdentityRow[], claims: CiClaims): CiIdentityRow => {
  const differing = identities.map((identity) => [identity, differingClaims(identity, claims)] as const);
  const fitting = differing.filter(([, names]) => names.length === 0).map(([identity]) => identity);
  const [only, ...more] = fitting;
  if (!only)
    throw new CiTokenRefused('it fits no CI identity', {
      differs: Object.fromEntries(
        differing.slice(0, MOST_TOLD).map(([identity, names]) => [identity.name, names]),
      ),
    });
  if (more.length > 0)
    throw new CiTokenRefused('it fits several CI identities', {
      fits: fitting.slice(0, MOST_TOLD).map((identity) => identity.name),
    });
  return only;
};
