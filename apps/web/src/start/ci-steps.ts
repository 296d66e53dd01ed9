import type { Sending } from './sending.ts';

// CI systems know the repository themselves, so that no name stands in a file that they read as a program. The token is a
// secret of theirs, and never in the file.

const send = (address: string, indent: string): string =>
  [
    `curl -sSf --retry 3 "${address}" \\`,
    `  -H "Authorization: Bearer $CODEMETRICS_TOKEN" \\`,
    `  -H 'Content-Type: text/plain' \\`,
    `  --data-binary @coverage/lcov.info`,
  ].join(`\n${indent}`);

/** The step of a GitHub workflow that sends the coverage of its tests. */
export const gitHubStep = ({ origin, workload }: Sending): string =>
  `- name: Send the coverage to CodeMetrics
  env:
    CODEMETRICS_TOKEN: \${{ secrets.CODEMETRICS_TOKEN }}
  run: |
    ${send(
      `${origin}/api/coverage?workload=${workload}&repository=$GITHUB_REPOSITORY&commit=$GITHUB_SHA&branch=$GITHUB_REF_NAME`,
      '    ',
    )}`;

/** The job of a GitLab pipeline that does the same. */
export const gitLabJob = ({ origin, workload }: Sending): string =>
  `test:
  script:
    - npm test -- --coverage
    - |
      ${send(
        `${origin}/api/coverage?workload=${workload}&repository=$CI_PROJECT_PATH&commit=$CI_COMMIT_SHA&branch=$CI_COMMIT_REF_NAME`,
        '      ',
      )}`;
