/** The workload that a command is written for: the one that is looked at. */
const workloadIn = (workloads: readonly string[]): string => workloads[0] ?? 'my-team';

const post = (path: string, type: string, ...rest: readonly string[]): string =>
  [
    `curl -sS -X POST "${location.origin}${path}"`,
    `-H "Authorization: Bearer $CODEMETRICS_TOKEN"`,
    `-H 'Content-Type: ${type}'`,
    ...rest,
  ].join(' \\\n  ');

/** Sends a coverage report. */
export const sendCoverage = (workloads: readonly string[]): string =>
  post(
    `/api/coverage?workload=${workloadIn(workloads)}&repository=acme/shop-api&commit=$(git rev-parse HEAD)`,
    'text/plain',
    '--data-binary @coverage/lcov.info',
  );

/** Sends a commit with the files that it changed. */
export const sendCommits = (workloads: readonly string[]): string =>
  post(
    '/api/commits',
    'application/json',
    `-d '{"commits": [{"workload": "${workloadIn(workloads)}", "repository": "acme/shop-api", "branch": "main",
       "sha": "1f0c3de", "message": "feat: add vouchers", "committedAt": "2026-03-02T09:30:00Z",
       "author": {"name": "Jo", "kind": "user"},
       "files": [{"path": "src/basket.ts", "addedLines": 12, "deletedLines": 3}]}]}'`,
  );
