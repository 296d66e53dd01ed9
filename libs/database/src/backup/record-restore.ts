import type { Transaction } from 'kysely';
import { appendAudit } from '../repositories/audit.ts';
import type { Database } from '../tables/index.ts';
import type { AuditPosition } from './format.ts';
import type { RestoreSummary } from './restore-summary.ts';

/** Writes the entry that goes on where the backup's audit log ends. */
export const recordRestore = (
  tx: Transaction<Database>,
  summary: RestoreSummary,
  replacedAudit: AuditPosition | null,
  at: Date,
): Promise<void> => {
  const { takenBack } = summary;
  return appendAudit(tx, {
    at,
    actor: 'system',
    actor_kind: 'system',
    address: null,
    request_id: null,
    action: 'system.restore',
    target: null,
    outcome: 'success',
    details: {
      takenAt: summary.takenAt,
      productVersion: summary.productVersion,
      tables: summary.tables,
      rows: summary.rows,
      replaced: summary.replaced,
      // Where the log ended that is no more.
      replacedAudit,
      sessionsEnded: summary.sessionsEnded,
      tokensRevoked: summary.tokensRevoked,
      tokensKept: summary.tokensKept,
      deliveriesGivenUp: summary.deliveriesGivenUp,
      takenBack: takenBack && {
        usersDisabled: takenBack.disabled.length,
        usersNarrowed: takenBack.narrowed.length,
        passwordsKept: takenBack.passwordsKept.length,
        identitiesRemoved: takenBack.identitiesRemoved,
        ciIdentitiesRemoved: takenBack.ciIdentitiesRemoved,
        webhooksDisabled: takenBack.webhooksDisabled,
        sourceSecretsKept: takenBack.sourceSecretsKept,
        keysEnded: takenBack.keysEnded.length,
      },
    },
  });
};
