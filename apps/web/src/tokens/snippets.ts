/** A way to use a token, ready to be copied. */
export interface Snippet {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  /** What has to be done first, or what to mind. */
  readonly hint: string;
}

/** Where each kind of program takes the token from. Only what a person runs at once has its value in it. */
export const snippetsOf = (origin: string, accessToken: string): readonly Snippet[] => [
  {
    id: 'curl',
    label: 'curl',
    hint: 'Tries the token: it answers who it is and what it may do.',
    code: `curl -sS ${origin}/api/session \\\n  -H 'Authorization: Bearer ${accessToken}'`,
  },
  {
    id: 'environment',
    label: 'Environment',
    hint: 'The command line tool and the clients read these. A shell keeps what you type in its history.',
    code: `export CODEMETRICS_URL='${origin}'\nexport CODEMETRICS_TOKEN='${accessToken}'`,
  },
  {
    id: 'github',
    label: 'GitHub Actions',
    hint: 'Store the token as the secret CODEMETRICS_TOKEN first: in the settings of the repository, or with gh secret set CODEMETRICS_TOKEN.',
    code: `- name: Send the coverage
  env:
    CODEMETRICS_TOKEN: \${{ secrets.CODEMETRICS_TOKEN }}
  run: >
    curl -sS --fail-with-body -X POST
    "${origin}/api/coverage?workload=my-team&repository=$GITHUB_REPOSITORY&commit=$GITHUB_SHA"
    -H "Authorization: Bearer $CODEMETRICS_TOKEN"
    -H "Content-Type: text/plain"
    --data-binary @coverage/lcov.info`,
  },
  {
    id: 'gitlab',
    label: 'GitLab CI',
    hint: 'Store the token as the masked variable CODEMETRICS_TOKEN first: Settings, CI/CD, Variables.',
    code: `send-coverage:
  script:
    - >
      curl -sS --fail-with-body -X POST
      "${origin}/api/coverage?workload=my-team&repository=$CI_PROJECT_PATH&commit=$CI_COMMIT_SHA"
      -H "Authorization: Bearer $CODEMETRICS_TOKEN"
      -H "Content-Type: text/plain"
      --data-binary @coverage/lcov.info`,
  },
  {
    id: 'typescript',
    label: 'TypeScript',
    hint: 'The token comes from the environment, so that it never stands in the code.',
    code: `import { createClient } from '@codemetrics/client';

const client = createClient({
  url: '${origin}',
  token: process.env.CODEMETRICS_TOKEN,
});
const who = await client.session.get();`,
  },
];
