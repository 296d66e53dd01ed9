/** What a person needs to look around. */
export interface Announcement {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly token: string;
  readonly now: Date;
  readonly seconds: number;
}

const DAY_MS = 86_400_000;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const curl = (url: string, token: string, body: unknown): string =>
  [
    `curl -s '${url}' \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');

/** The last words of the start: where the app is, how to sign in, and what to try. */
export const announcement = ({ url, username, password, token, now, seconds }: Announcement): string => {
  const query = {
    queries: [
      'deployment-frequency',
      'lead-time-for-changes',
      'change-failure-rate',
      'time-to-restore-service',
    ],
    workloads: ['shop-checkout'],
    dateRange: { start: dateOf(now.getTime() - 89 * DAY_MS), end: dateOf(now.getTime()) },
    interval: 'month',
  };
  const run = {
    ...{ externalId: 'my-first-run', source: 'my-ci', workload: 'platform', repository: 'acme/clusters' },
    ...{ job: 'plan', branch: 'trunk', status: 'completed', conclusion: 'success' },
    startedAt: new Date(now.getTime() - 240_000).toISOString(),
    finishedAt: now.toISOString(),
  };
  return `
CodeMetrics is ready (after ${seconds.toFixed(1)} s).

  address    ${url}
  user name  ${username}
  password   ${password}

A service token, for scripts:

${token}

Ask how often and how quickly a team delivers:

${curl(`${url}/api/query`, token, query)}

Send a pipeline run of your own:

${curl(`${url}/api/pipeline/runs`, token, { runs: [run] })}

Ctrl-C stops the server and removes its data.
`;
};
