import type { RestoreSummary } from '@codemetrics/database';
import { withCommas } from '../progress.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${withCommas(count)} ${count === 1 ? one : many}`;

const takenBackLines = (takenBack: NonNullable<RestoreSummary['takenBack']>): string[] => {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['Users disabled or deleted since, now disabled', takenBack.disabled],
    ['Users whose role or workloads were narrowed since, and stay so', takenBack.narrowed],
    ['Users whose password was changed since, and stays', takenBack.passwordsKept],
    ['Signing keys ended since, and ended now', takenBack.keysEnded],
  ];
  const counts: readonly (readonly [string, number])[] = [
    ['Identities at providers unlinked since, and gone', takenBack.identitiesRemoved],
    ['Trusts in CI systems removed since, and gone', takenBack.ciIdentitiesRemoved],
    ['Endpoints of notices removed or disabled since, now disabled', takenBack.webhooksDisabled],
    ['Webhook secrets changed since, now as today', takenBack.sourceSecretsKept],
  ];
  return [
    ...named.filter(([, names]) => names.length > 0).map(([what, names]) => `${what}: ${names.join(', ')}.`),
    ...counts.filter(([, count]) => count > 0).map(([what, count]) => `${what}: ${count}.`),
  ];
};

/** What a restore did, in lines. */
export const describeRestore = (summary: RestoreSummary, seconds: number): string[] => {
  const { takenBack, migrationsRun } = summary;
  return [
    `Restored the backup of ${summary.takenAt} (CodeMetrics ${summary.productVersion})${summary.replaced ? ' in the place of what was there' : ''}: ${summary.tables} tables, ${withCommas(summary.rows)} rows, in ${seconds.toFixed(1)} s.`,
    ...(migrationsRun.length > 0 ? [`Brought forward by ${migrationsRun.join(', ')}.`] : []),
    `Ended: ${counted(summary.sessionsEnded, 'session')}, ${counted(summary.tokensRevoked, 'service token')}. Still good: ${counted(summary.tokensKept, 'service token')}.`,
    ...(takenBack ? takenBackLines(takenBack) : []),
    ...(summary.deliveriesGivenUp > 0
      ? [`Notices that waited to be sent, and are not: ${summary.deliveriesGivenUp}.`]
      : []),
  ];
};

/** What whoever restores should know beside it. */
export const restoreNotes = (summary: RestoreSummary): string[] => [
  ...(summary.leftOut.length > 0
    ? [
        `These tables of the backup are not CodeMetrics’ own and were left out: ${summary.leftOut.join(', ')}.`,
      ]
    : []),
  ...(summary.auditChain === 'broken'
    ? ['The audit log was broken before the backup was taken. codemetrics audit verify tells where.']
    : []),
  ...(summary.takenBack === null
    ? [
        'Nothing is known of what came after the backup: look through the users, the trusts in CI systems and the signing keys for what was taken away since.',
      ]
    : []),
  'The server needs the signing keys (token-secret) that the installation had, which are not in the backup.',
];
