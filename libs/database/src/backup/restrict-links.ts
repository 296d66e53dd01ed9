import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';

/** What was taken away after the backup was taken, and does not come back. */
export interface RestrictedLinks {
  /** Sign-ins through an identity provider. */
  readonly identitiesRemoved: number;
  /** Trusts in CI systems. */
  readonly ciIdentitiesRemoved: number;
  /** Endpoints of notices. */
  readonly webhooksDisabled: number;
  /** Secrets that providers sign with: today's hold. */
  readonly sourceSecretsKept: number;
}

/** Takes away what the replaced database does not know, or knows otherwise. */
export const restrictLinks = async (tx: Transaction<Database>, now: Date): Promise<RestrictedLinks> => {
  const identities = await sql`delete from user_identities i where not exists (
    select from replaced_user_identities r
    where r.provider = i.provider and r.subject = i.subject and r.user_id = i.user_id)`.execute(tx);
  const ciIdentities = await sql`delete from ci_identities i where not exists (
    select from replaced_ci_identities r
    where (r.identity_id, r.issuer, r.audience, r.claims, r.scopes, r.lifetime_seconds, r.user_id)
        = (i.identity_id, i.issuer, i.audience, i.claims, i.scopes, i.lifetime_seconds, i.user_id)
      and r.workloads is not distinct from i.workloads)`.execute(tx);
  const webhooks = await sql`update notice_webhooks w set disabled_at = ${now}
    where w.disabled_at is null and not exists (select from replaced_notice_webhooks r
      where r.webhook_id = w.webhook_id and r.url = w.url and r.disabled_at is null)`.execute(tx);
  const secrets = await sql`update sources s set sealed_secret = r.sealed_secret
    from (select s.source, r.sealed_secret from sources s left join replaced_sources r on r.source = s.source) r
    where r.source = s.source and s.sealed_secret is distinct from r.sealed_secret`.execute(tx);
  return {
    identitiesRemoved: Number(identities.numAffectedRows ?? 0),
    ciIdentitiesRemoved: Number(ciIdentities.numAffectedRows ?? 0),
    webhooksDisabled: Number(webhooks.numAffectedRows ?? 0),
    sourceSecretsKept: Number(secrets.numAffectedRows ?? 0),
  };
};

/** Gives up deliveries that waited: they may have been made since, and a rehearsal must not call anyone. */
export const giveUpDeliveries = async (tx: Transaction<Database>, now: Date): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`update notice_deliveries set given_up_at = ${now}
    where delivered_at is null and given_up_at is null`.execute(tx);
  return Number(numAffectedRows);
};
