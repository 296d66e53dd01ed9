import type { Guard } from '../guard.ts';
import { api, edit, unit } from '../shown-by.ts';

/** What makes the audit log worth its name. */
export const AUDIT: readonly Guard[] = [
  {
    promise: 'audit: a revocation has its entry',
    ...edit(
      'libs/services/src/service-tokens/revoke.ts',
      'await recordAudit(',
      'void (recordAudit, async () => 0)(',
    ),
    ...api('audit'),
  },
  {
    promise: 'audit: a denied attempt has its entry',
    ...edit('libs/api/src/binding.ts', 'if (denied) await noteDenial', 'if (!denied) await noteDenial'),
    ...api('audit-denied'),
  },
  {
    promise: 'audit: entries are never changed',
    ...edit(
      'libs/database/src/migrations/0001-foundation.ts',
      'before update or delete or truncate on audit_entries',
      'before truncate on audit_head',
    ),
    ...api('audit'),
  },
  {
    promise: 'audit: an altered entry shows',
    ...edit('libs/auth/src/audit-chain.ts', 'auditEntryHash(entry) !== entry.hash', 'entry.hash === ""'),
    ...unit('libs/auth/src/audit-chain'),
  },
  {
    promise: 'audit: a removed entry shows',
    // Its number is missing, and the hash of the entry before.
    edits: [
      {
        file: 'libs/auth/src/audit-chain.ts',
        find: 'newer.sequence !== sequence + 1',
        replace: 'newer.sequence < 0',
      },
      {
        file: 'libs/auth/src/audit-chain.ts',
        find: 'newer.previousHash === entry.hash',
        replace: 'newer !== null',
      },
    ],
    ...unit('libs/auth/src/audit-chain'),
  },
  {
    promise: 'audit: a history written anew shows to whoever noted its end',
    ...edit(
      'libs/auth/src/audit-chain.ts',
      'head.sequence === sequence && head.hash !== entry.hash',
      'head.sequence === -1',
    ),
    ...unit('libs/auth/src/audit-chain'),
  },
];
