import { shellQuote } from './shell-quote.ts';

/** What the commands are filled in with. */
export interface Sending {
  /** The server’s address, without a slash at its end. */
  readonly origin: string;
  readonly workload: string;
  readonly repository: string;
  /** Null: it is not known any more, and the terminal’s `CODEMETRICS_TOKEN` stands for it. */
  readonly token: string | null;
}

const authorization = (token: string | null): string =>
  token === null
    ? '"Authorization: Bearer $CODEMETRICS_TOKEN"'
    : shellQuote(`Authorization: Bearer ${token}`);

/** A run that ended just now, to see that data arrives. Sent again it changes nothing. */
export const runCommand = ({ origin, workload, repository, token }: Sending, now: Date): string => {
  const minutesAgo = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
  const lines: readonly object[] = [
    { externalId: `hello-${now.getTime()}`, source: 'get-started' },
    { workload, repository },
    { job: 'hello', branch: 'main', status: 'completed', conclusion: 'success' },
    { queuedAt: minutesAgo(3), startedAt: minutesAgo(2), finishedAt: minutesAgo(0) },
  ];
  const run = lines.map((line) => JSON.stringify(line).slice(1, -1)).join(',\n    ');
  return `curl -sS ${origin}/api/pipeline/runs \\
  -H ${authorization(token)} \\
  -H 'Content-Type: application/json' \\
  -d ${shellQuote(`{"runs": [{
    ${run}}]}`)}`;
};

/** A coverage report of the commit that is checked out. */
export const coverageCommand = ({ origin, workload, repository, token }: Sending): string => {
  const query = new URLSearchParams({ workload, repository, branch: 'main' }).toString();
  return `curl -sS ${shellQuote(`${origin}/api/coverage?${query}&commit=`)}"$(git rev-parse HEAD)" \\
  -H ${authorization(token)} \\
  -H 'Content-Type: text/plain' \\
  --data-binary @coverage/lcov.info`;
};

/** The history of a repository on the person’s disk, by the command line of a checkout of CodeMetrics. */
export const gitCommand = ({ origin, workload, repository, token }: Sending): string =>
  `export CODEMETRICS_URL=${shellQuote(origin)}
${token === null ? '' : `export CODEMETRICS_TOKEN=${shellQuote(token)}\n`}npm run codemetrics -- import git ~/path/to/the/repository \\
  --workload ${workload} --repository ${shellQuote(repository)}`;
