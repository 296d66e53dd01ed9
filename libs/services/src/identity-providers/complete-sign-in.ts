import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '@codemetrics/contracts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import { signSession } from '../sessions/sign-session.ts';
import { inTransaction } from '../transaction.ts';
import { admitIdentity } from './admit-identity.ts';
import { fetchClaims } from './fetch-claims.ts';
import type { Claims, IdentityProvider } from './identity-provider.ts';
import type { SignInFlow } from './sign-in-flow.ts';
import { toUserOfClaims } from './to-user-of-claims.ts';

/** A person who has been signed in; the token is for the cookie. */
export interface CompletedSignIn {
  readonly sessionToken: string;
  readonly expires: Date;
}

const isState = (flow: SignInFlow, answer: URL): boolean => {
  const given = answer.searchParams.getAll('state').map((one) => Buffer.from(one));
  const wanted = Buffer.from(flow.state);
  return given.length === 1 && given[0]!.length === wanted.length && timingSafeEqual(given[0]!, wanted);
};

const claimsOf = async (
  deps: Deps,
  actor: Actor,
  provider: IdentityProvider,
  flow: SignInFlow,
  answer: URL,
): Promise<Claims> => {
  try {
    const configuration = await deps.identityProviders.configuration(provider);
    return await fetchClaims(configuration, provider, flow, answer);
  } catch (error) {
    if (error instanceof DomainError)
      await inTransaction(deps, (tx) =>
        recordAudit(deps, tx, actor, {
          action: 'session.create',
          outcome: error.code === 'provider-unavailable' ? 'failure' : 'denied',
          details: { provider: provider.id, reason: error.code },
        }),
      );
    throw error;
  }
};

/**
 * Signs in a person who has come back from a provider. `search` is the query of the address that they came to.
 * @throws DomainError `sign-in-expired` for an answer to another question than the flow's, those of `fetchClaims`,
 *   and `account-disabled`, `account-exists`, `no-role` or `username-missing`
 */
export const completeSignIn = async (
  deps: Deps,
  actor: Actor,
  flow: SignInFlow,
  search: string,
): Promise<CompletedSignIn> => {
  const provider = deps.identityProviders.get(flow.provider);
  const answer = new URL(flow.redirectUri);
  answer.search = search;
  if (!isState(flow, answer)) throw new DomainError('sign-in-expired');
  const claims = await claimsOf(deps, actor, provider, flow, answer);
  const { user, session } = await admitIdentity(deps, actor, provider, toUserOfClaims(provider, claims));
  return { sessionToken: await signSession(deps, user.username, session), expires: session.expires };
};
