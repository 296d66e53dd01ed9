import type { Scope } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import { grantableScopes } from '@codemetrics/auth';
import type { CiIdentityRow } from '@codemetrics/database';
import {
  findCiIdentity,
  holdUser,
  listCiIdentitiesOf,
  noteCiIdentityUse,
  sweepCiTokens,
} from '@codemetrics/database';
import { fit } from '@codemetrics/sources';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { CiTokenRefused } from '../ci-identities/ci-token-refused.ts';
import { IssuerFailed } from '../ci-identities/fetch-issuer-keys.ts';
import { fitIdentity } from '../ci-identities/fit-identity.ts';
import { readCiToken } from '../ci-identities/read-ci-token.ts';
import { verifyCiToken } from '../ci-identities/verify-ci-token.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb, VerbOutput } from '../verb.ts';
import { issueToken } from './issue.ts';

const MOST_SUBJECT = 200;
const RETRY_AFTER_SECONDS = 10;
/** So long the token of a job is kept after its end; the audit log keeps who had one. */
const KEPT_MS = 7 * 86_400_000;

/** What is known of a token so far, for the audit log. */
interface Told {
  issuer?: string;
  subject?: string | null;
  identity?: string;
}

/** The scopes of a trust as far as its user may give them now, or fewer where the job asks for less. */
const scopesOf = (granted: readonly Scope[], asked: string | undefined): Scope[] => {
  if (granted.length === 0) throw new CiTokenRefused('its user may give none of its scopes');
  if (asked === undefined || asked === '') return [...granted];
  const words = [...new Set(asked.split(/ +/))] as Scope[];
  const beyond = words.filter((scope) => !granted.includes(scope));
  if (beyond.length > 0)
    throw new DomainError('grant-exceeds-maker', {
      detail: `The CI identity can’t give ${beyond.join(', ')}.`,
      errors: [{ path: 'scope', message: `not granted: ${beyond.join(', ')}` }],
    });
  return words;
};

const give = (
  deps: Deps,
  actor: Actor,
  { identity_id: identityId, user_id: userId }: CiIdentityRow,
  told: Told,
  asked: string | undefined,
): Promise<VerbOutput<'tokens', 'exchange'>> =>
  inTransaction(deps, async (tx) => {
    // Whoever ends the user or the trust takes the user first too: what is found here holds until the token is made.
    const owner = await holdUser(tx, userId);
    const identity = await findCiIdentity(tx, identityId);
    if (!owner || !identity) throw new CiTokenRefused('the CI identity was deleted a moment ago');
    if (owner.disabled) throw new CiTokenRefused('the user of the CI identity is disabled');
    const grantable = grantableScopes(owner.role);
    const scopes = scopesOf(
      identity.scopes.filter((scope) => grantable.includes(scope)),
      asked,
    );
    const lifetimeSeconds = Math.min(identity.lifetime_seconds, deps.settings.serviceTokenSeconds);
    const issued = await issueToken(deps, tx, {
      userId: owner.user_id,
      subject: fit(`ci:${identity.name} ${told.subject ?? ''}`, MOST_SUBJECT)!,
      scopes,
      workloads: identity.workloads,
      allowedCidrs: null,
      description: null,
      lifetimeSeconds,
      rotatedFrom: null,
      ciIdentityId: identity.identity_id,
    });
    await noteCiIdentityUse(tx, identity.identity_id, deps.now());
    await sweepCiTokens(tx, new Date(deps.now().getTime() - KEPT_MS));
    await recordAudit(deps, tx, actor, {
      action: 'tokens.exchange',
      target: issued.tokenId,
      as: `${owner.username}/ci:${identity.name}`,
      details: { ...told, scopes, workloads: identity.workloads, expires: issued.expires },
    });
    return {
      access_token: issued.accessToken,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: lifetimeSeconds,
      scope: scopes.join(' '),
    };
  });

/** What the caller is told of a failure: of a token that isn't accepted, nothing. */
const problemOf = (error: unknown): DomainError | undefined => {
  if (error instanceof CiTokenRefused) return new DomainError('ci-token-refused');
  if (error instanceof IssuerFailed)
    return new DomainError('unavailable', {
      detail: 'The keys of the token’s issuer can’t be had just now. Try again.',
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause: error,
    });
  return error instanceof DomainError && error.code === 'grant-exceeds-maker' ? error : undefined;
};

export const exchangeToken: Verb<'tokens', 'exchange'> = async (deps, actor, input) => {
  const told: Told = {};
  try {
    const { issuer } = readCiToken(input.subject_token);
    const identities = await listCiIdentitiesOf(deps.db, issuer);
    // Only an issuer that somebody trusts is ever called.
    if (identities.length === 0) throw new CiTokenRefused('nobody trusts its issuer');
    told.issuer = issuer;
    const claims = await verifyCiToken(deps, input.subject_token, issuer);
    told.subject = fit(claims.sub, MOST_SUBJECT);
    const identity = fitIdentity(identities, claims);
    told.identity = identity.name;
    return await give(deps, actor, identity, told, input.scope);
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    const { message: reason } = error as Error;
    const details = { ...told, reason, ...(error instanceof CiTokenRefused ? error.details : {}) };
    const outcome = error instanceof IssuerFailed ? 'failure' : 'denied';
    await inTransaction(deps, (tx) =>
      recordAudit(deps, tx, actor, { action: 'tokens.exchange', outcome, details }),
    );
    throw problem;
  }
};
