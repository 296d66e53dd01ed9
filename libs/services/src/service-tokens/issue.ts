import type { IssuedToken, Scope } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import { databaseTime, insertServiceToken } from '@codemetrics/database';
import type { Deps } from '../deps.ts';
import { signingKid } from '../signing-keys/signing-kid.ts';

/** What a new token is to be; everything has been checked. */
export interface TokenSpecification {
  readonly userId: string;
  readonly subject: string;
  readonly scopes: readonly Scope[];
  readonly workloads: readonly string[] | null;
  readonly allowedCidrs: readonly string[] | null;
  readonly description: string | null;
  readonly lifetimeSeconds: number;
  readonly rotatedFrom: string | null;
  /** The trust in a CI system that it is given for. */
  readonly ciIdentityId?: string;
}

/** Writes the row of a new token and signs its value, which is kept nowhere. */
export const issueToken = async (
  deps: Deps,
  tx: Executor,
  spec: TokenSpecification,
): Promise<IssuedToken> => {
  const tokenId = deps.newId();
  // By the earlier clock, so that no other server takes it for a token of the future.
  const created = deps.earliest(await databaseTime(tx));
  // A JWT counts whole seconds, and the row agrees with it to the second.
  const issuedAt = Math.floor(created.getTime() / 1000);
  const exp = issuedAt + spec.lifetimeSeconds;
  const expires = new Date(exp * 1000);
  const kid = await signingKid(deps, tx);
  await insertServiceToken(tx, {
    token_id: tokenId,
    user_id: spec.userId,
    subject: spec.subject,
    scopes: [...spec.scopes],
    workloads: spec.workloads === null ? null : [...spec.workloads],
    allowed_cidrs: spec.allowedCidrs === null ? null : [...spec.allowedCidrs],
    description: spec.description,
    created_at: created,
    expires_at: expires,
    revoked_at: null,
    ends_at: null,
    rotated_from: spec.rotatedFrom,
    ci_identity_id: spec.ciIdentityId ?? null,
    last_used_at: null,
    last_used_from: null,
    last_user_agent: null,
    kid,
  });
  const accessToken = await deps.codec.sign(
    { sub: spec.subject, jti: tokenId, iat: issuedAt, exp, use: 'service' },
    kid,
  );
  return {
    accessToken,
    tokenId,
    sub: spec.subject,
    created: created.toISOString(),
    expires: expires.toISOString(),
    scopes: [...spec.scopes],
    workloads: spec.workloads === null ? null : [...spec.workloads],
  };
};
