import type { Configuration } from 'openid-client';
import { AuthorizationResponseError, authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import { z } from 'zod';
import { DomainError } from '@codemetrics/contracts';
import { claimAt } from './claim-at.ts';
import { describeProviderError, isProviderDown } from './describe-provider-error.ts';
import type { Claims, IdentityProvider } from './identity-provider.ts';
import type { SignInFlow } from './sign-in-flow.ts';

/** OpenID Connect Core, section 2: at most 255 ASCII characters. */
const Subject = z.string().regex(/^[\u0020-\u007e]{1,255}$/);

const wantedClaims = (provider: IdentityProvider): string[] => [
  provider.usernameClaim,
  provider.displayNameClaim,
  ...(provider.roles.length > 0 ? [provider.groupsClaim] : []),
];

const lacks = (claims: Claims, name: string): boolean => claimAt(claims, name) === undefined;

/** A person in very many groups: the provider leaves them out and says where else they could be asked for. */
const leavesOut = (claims: Claims, name: string): boolean => {
  const elsewhere = claims['_claim_names'];
  return typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, name);
};

const exchange = async (
  configuration: Configuration,
  provider: IdentityProvider,
  flow: SignInFlow,
  answer: URL,
): Promise<Claims> => {
  const tokens = await authorizationCodeGrant(configuration, answer, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
  });
  const told = tokens.claims()!;
  const hasAll = wantedClaims(provider).every((name) => !lacks(told, name));
  if (hasAll || configuration.serverMetadata().userinfo_endpoint === undefined) return told;
  // What is signed counts before what is not.
  return { ...(await fetchUserInfo(configuration, tokens.access_token, told.sub)), ...told };
};

/**
 * What the provider says of the person who came back from it: the code is exchanged, the ID token's issuer, audience,
 * times, nonce and signature are checked, and the user info is read where a claim is in there alone.
 * @throws DomainError `provider-refused`, `provider-failed` or `provider-unavailable`, the cause without any secret
 */
export const fetchClaims = async (
  configuration: Configuration,
  provider: IdentityProvider,
  flow: SignInFlow,
  answer: URL,
): Promise<Claims> => {
  let claims: Claims;
  try {
    claims = await exchange(configuration, provider, flow, answer);
  } catch (error) {
    const code =
      error instanceof AuthorizationResponseError
        ? 'provider-refused'
        : isProviderDown(error)
          ? 'provider-unavailable'
          : 'provider-failed';
    throw new DomainError(code, { cause: describeProviderError(provider.id, error) });
  }
  const why = !Subject.safeParse(claims.sub).success
    ? 'its subject is not as the standard has it'
    : lacks(claims, provider.groupsClaim) && leavesOut(claims, provider.groupsClaim)
      ? `it leaves out the claim ${provider.groupsClaim}, since the groups are too many`
      : undefined;
  if (why === undefined) return claims;
  throw new DomainError('provider-failed', { cause: new Error(`sign-in through ${provider.id}: ${why}`) });
};
