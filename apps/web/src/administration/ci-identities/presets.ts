import type { Pair } from '../shared/pairs-field.tsx';

/** A CI system whose tokens are traded. */
export interface CiPreset {
  readonly id: 'github' | 'gitlab' | 'other';
  readonly label: string;
  readonly issuer: string;
  /** What is best bound there. */
  readonly claims: readonly Pair[];
  readonly advice: string;
  /** A job that trades its token; null where each system has its own way. */
  readonly snippet: ((audience: string, url: string) => string) | null;
}

const exchange = (url: string, indent: string): string =>
  [
    `TOKEN=$(curl -sSf "${url}/api/tokens/exchange" -d subject_token="$JOB" \\`,
    `  -d grant_type=urn:ietf:params:oauth:grant-type:token-exchange \\`,
    `  -d subject_token_type=urn:ietf:params:oauth:token-type:jwt | jq -r .access_token)`,
  ].join(`\n${indent}`);

/** What the form offers; the first is chosen at first. */
export const PRESETS: readonly [CiPreset, ...CiPreset[]] = [
  {
    id: 'github',
    label: 'GitHub Actions',
    issuer: 'https://token.actions.githubusercontent.com',
    claims: [
      ['repository', ''],
      ['ref', 'refs/heads/main'],
    ],
    advice:
      'Bind the repository, else anybody’s workflow fits. repository_id outlives a change of its name. Bind ref, or every branch can send numbers; bind environment for deployments.',
    snippet: (audience, url) => `permissions: { id-token: write }
steps:
  - run: |
      JOB=$(curl -sSf -H "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \\
        "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=${encodeURIComponent(audience)}" | jq -r .value)
      ${exchange(url, '      ')}
      echo "::add-mask::$TOKEN"
`,
  },
  {
    id: 'gitlab',
    label: 'GitLab CI',
    issuer: 'https://gitlab.com',
    claims: [
      ['project_path', ''],
      ['ref', 'main'],
      ['ref_protected', 'true'],
    ],
    advice:
      'For a GitLab of your own the issuer is its address. Bind the project, else anybody’s job fits; project_id outlives a change of its path. ref_protected keeps unprotected branches out.',
    snippet: (audience, url) => `codemetrics:
  id_tokens:
    JOB: { aud: ${JSON.stringify(audience)} }
  script:
    - |
      ${exchange(url, '      ')}
`,
  },
  {
    id: 'other',
    label: 'Another (OpenID Connect)',
    issuer: '',
    claims: [['sub', '']],
    advice: 'Bind what no other job can have in its token.',
    snippet: null,
  },
];
