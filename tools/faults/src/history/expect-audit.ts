import type { Postgres } from '../cluster/postgres.ts';
import type { Ground } from '../plan/ground.ts';
import { brokenLink, judgeAudit } from './audit.ts';
import type { Call } from './call.ts';
import { auditEntries, unauditedRows } from './stored.ts';

const few = (list: readonly string[]): string =>
  list.length === 0 ? 'none' : `${list.length}: ${list.slice(0, 3).join(', ')}`;

/** The audit log tells of every acknowledged change, of each once, and of nothing else; its chain holds. */
export const expectAudit = async (
  { report }: Ground,
  calls: readonly Call[],
  postgres: Postgres,
): Promise<void> => {
  const entries = await auditEntries(postgres);
  const { changes, missing, doubled, unfounded, unacknowledged } = judgeAudit(calls, entries);
  report.figure('audited changes', changes);
  report.figure('made but not acknowledged', unacknowledged.length);
  report.expect('changes were made at all', changes > 0, changes);
  report.expect('every acknowledged change is in the audit log', missing.length === 0, few(missing));
  report.expect('none is there twice', doubled.length === 0, few(doubled));
  report.expect('no entry without its change', unfounded.length === 0, few(unfounded));
  const rows = await unauditedRows(postgres);
  report.expect('rows and entries are the same changes', rows.length === 0, few(rows));
  const broken = brokenLink(entries);
  report.expect(
    'the chain of the audit log holds',
    broken === undefined,
    broken ?? `${entries.length} entries`,
  );
};
