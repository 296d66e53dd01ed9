import { DomainError, MAX_CI_IDENTITIES } from '@codemetrics/contracts';
import { countCiIdentities, insertCiIdentity, isUniqueViolation } from '@codemetrics/database';
import { person, requireScope } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { requireCallable } from '../require-callable.ts';
import { grantOf, requireWorkloads } from '../service-tokens/grant.ts';
import { inTransaction } from '../transaction.ts';
import { holdUser } from '../users/hold-user.ts';
import type { Verb } from '../verb.ts';
import { requireBound } from './require-bound.ts';
import { toCiIdentity } from './to-ci-identity.ts';

export const createCiIdentity: Verb<'ciIdentities', 'create'> = async (deps, actor, input) => {
  const maker = person(actor);
  requireScope(actor, 'users:manage');
  const { scopes, workloads } = grantOf(maker, input);
  requireCallable(deps, input.issuer, 'issuer');
  requireBound(input.issuer, input.claims);
  try {
    return await inTransaction(deps, async (tx) => {
      await holdUser(tx, maker.userId);
      await requireWorkloads(tx, workloads);
      if ((await countCiIdentities(tx)) >= MAX_CI_IDENTITIES)
        throw new DomainError('state-conflict', {
          detail: `There are ${MAX_CI_IDENTITIES} CI identities already; delete one first.`,
        });
      const { name, issuer, audience, claims, lifetimeSeconds } = input;
      const row = await insertCiIdentity(tx, {
        identity_id: deps.newId(),
        name,
        issuer,
        audience,
        claims,
        scopes,
        workloads,
        lifetime_seconds: lifetimeSeconds,
        user_id: maker.userId,
        created_at: deps.now(),
        last_used_at: null,
      });
      const details = { name, issuer, audience, claims, scopes, workloads, lifetimeSeconds };
      await recordAudit(deps, tx, actor, { action: 'ciIdentities.create', target: row.identity_id, details });
      return toCiIdentity(row);
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { detail: `There is a CI identity ${input.name} already.` });
    throw error;
  }
};
