import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { auditHash } from '../repositories/audit.ts';
import type { AuditEntriesTable } from '../tables/access.ts';
import type { Database } from '../tables/index.ts';
import { BackupError } from './backup-error.ts';
import type { AuditPosition } from './format.ts';

const FIRST = '0'.repeat(64);

const isTrue = ({ hash, ...content }: AuditEntriesTable): boolean => auditHash(content) === hash;

/**
 * Checks that the chain ends where the backup says, and whether each entry follows the one before. A chain that was
 * broken before the backup was taken is no reason to lose everything else: it is told, not refused.
 */
export const checkAuditChain = async (
  tx: Transaction<Database>,
  expected: AuditPosition,
): Promise<'whole' | 'broken'> => {
  const head = await tx.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst();
  if (head?.sequence !== expected.sequence || head.hash !== expected.hash)
    throw new BackupError('unfit', 'The audit log does not end where the backup says. Nothing was changed.');
  const last = await tx
    .selectFrom('audit_entries')
    .selectAll()
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const isEndRight = (last?.hash ?? FIRST) === head.hash && (last === undefined || isTrue(last));
  const { rows: gaps } = await sql`
    select from (select sequence, previous_hash, lag(hash, 1, ${FIRST}) over (order by sequence) as before,
      row_number() over (order by sequence) as place from audit_entries) as e
    where previous_hash <> before or sequence <> place limit 1`.execute(tx);
  return isEndRight && gaps.length === 0 ? 'whole' : 'broken';
};
