import type { Session } from '../../session/use-session.ts';

/** What whoever helps this person needs to know. No secret is in it: the page has none. */
export const sessionInfo = (
  { user, scopes, workloads, expires }: Session,
  version: string | undefined,
): string =>
  [
    `CodeMetrics ${version ?? '(version unknown)'} at ${location.href}`,
    `User: ${user.username}, ${user.role}, signed in until ${expires}`,
    `Scopes: ${scopes.join(', ')}`,
    `Workloads: ${workloads === null ? 'all' : workloads.length === 0 ? 'none' : workloads.join(', ')}`,
    `Browser: ${navigator.userAgent}, window ${innerWidth} × ${innerHeight}`,
    `At: ${new Date().toISOString()}`,
  ].join('\n');
