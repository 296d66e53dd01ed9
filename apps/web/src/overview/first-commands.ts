/** Creates a first workload; the token is in the terminal's `CODEMETRICS_TOKEN`. */
export const createWorkloadCommand = (origin: string): string =>
  `curl -sS -X POST ${origin}/api/workloads \\
  -H "Authorization: Bearer $CODEMETRICS_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{"id": "my-team", "name": "My team",
       "repositoryGroups": [{"name": "all", "repositories": [{"name": "acme/shop-api"}]}]}'`;

/** Sends a coverage report of that workload's repository. */
export const sendCoverageCommand = (origin: string): string =>
  `curl -sS -X POST "${origin}/api/coverage?workload=my-team&repository=acme/shop-api&commit=$(git rev-parse HEAD)" \\
  -H "Authorization: Bearer $CODEMETRICS_TOKEN" \\
  -H 'Content-Type: text/plain' \\
  --data-binary @coverage/lcov.info`;
