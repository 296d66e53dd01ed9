import type { ProblemCode, Scope } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { VerifiedToken } from '@codemetrics/auth';
import { effectiveScopes, effectiveWorkloads, parseCidrs, TokenError } from '@codemetrics/auth';
import { findServiceCredential, findSessionCredential } from '@codemetrics/database';
import type { KnownActor, RequestMeta } from './actor.ts';
import type { Deps } from './deps.ts';

const verified = async (deps: Deps, token: string): Promise<VerifiedToken> => {
  try {
    return await deps.codec.verify(token);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    throw new DomainError(error.reason === 'expired' ? 'credential-expired' : 'credential-invalid');
  }
};

interface UserState {
  readonly user_id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: KnownActor['role'];
  readonly workloads: string[] | null;
}

const identity = (
  row: UserState,
  request: RequestMeta,
  scopes: Scope[] | null,
  workloads: string[] | null,
) => ({
  request,
  userId: row.user_id,
  username: row.username,
  displayName: row.display_name,
  role: row.role,
  scopes: effectiveScopes(row.role, scopes),
  workloads: effectiveWorkloads(row.workloads, workloads),
});

/** Refuses a token that is genuine and no longer good, or not from there: whoever uses it is worth an entry. */
const refuse = async (deps: Deps, actor: KnownActor, code: ProblemCode): Promise<never> => {
  const target = actor.kind === 'service' ? actor.tokenId : actor.sessionId;
  await deps.denials.note({
    key: `${target} ${code} ${actor.request.address}`,
    actor,
    event: { action: 'credential.refused', target, outcome: 'denied', details: { code } },
  });
  throw new DomainError(code);
};

/**
 * Who a token is just now: the signature first, without I/O, then the row behind it on the primary database, every
 * time, so that a revocation holds from the moment that it was answered.
 */
export const authenticate = async (deps: Deps, token: string, request: RequestMeta): Promise<KnownActor> => {
  const claims = await verified(deps, token);
  if (claims.use === 'session') {
    const row = await findSessionCredential(deps.db, claims.jti, claims.kid);
    if (!row?.key_lives) throw new DomainError('credential-invalid');
    const session: KnownActor = {
      kind: 'session',
      sessionId: claims.jti,
      kid: claims.kid,
      expires: row.expires_at,
      ...identity(row, request, null, null),
    };
    if (row.ended_at !== null || row.disabled) return refuse(deps, session, 'credential-revoked');
    if (row.expires_at <= deps.latest(row.database_now)) return refuse(deps, session, 'credential-expired');
    return session;
  }
  const row = await findServiceCredential(deps.db, claims.jti, claims.kid);
  if (!row?.key_lives) throw new DomainError('credential-invalid');
  const now = deps.latest(row.database_now);
  const expires = row.ends_at !== null && row.ends_at < row.expires_at ? row.ends_at : row.expires_at;
  const service: KnownActor = {
    kind: 'service',
    tokenId: claims.jti,
    subject: row.subject,
    expires,
    ...identity(row, request, row.scopes, row.token_workloads),
  };
  if (row.revoked_at !== null || row.disabled) return refuse(deps, service, 'credential-revoked');
  if (row.expires_at <= now) return refuse(deps, service, 'credential-expired');
  if (expires <= now) return refuse(deps, service, 'credential-revoked');
  if (row.allowed_cidrs !== null && !parseCidrs(row.allowed_cidrs)(request.address))
    return refuse(deps, service, 'address-forbidden');
  return service;
};
