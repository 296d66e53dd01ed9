import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Layers import downward only; the same table stands in docs/architecture.md. */
const LAYERS = {
  contracts: [],
  auth: ['contracts'],
  outbound: ['contracts', 'auth'],
  database: ['contracts', 'auth'],
  sources: ['contracts'],
  metrics: ['contracts', 'database'],
  services: ['contracts', 'auth', 'outbound', 'database', 'sources', 'metrics'],
  api: ['contracts', 'services'],
  rest: ['contracts', 'api'],
  client: ['contracts', 'api'],
  testing: ['contracts', 'database', 'auth', 'services', 'api', 'rest', 'client', 'server'],
  server: [
    'contracts',
    'auth',
    'outbound',
    'database',
    'sources',
    'metrics',
    'services',
    'api',
    'rest',
    'testing',
    'client',
  ],
  web: ['contracts', 'client'],
  // Its tests import into a real server, on a database that `testing` makes.
  cli: ['contracts', 'client', 'sources', 'auth', 'database', 'testing'],
  tool: [
    'contracts',
    'auth',
    'outbound',
    'client',
    'cli',
    'sources',
    'api',
    'rest',
    'database',
    'metrics',
    'services',
    'server',
    'testing',
    'tool',
  ],
};

const depConstraints = Object.entries(LAYERS).map(([layer, below]) => ({
  sourceTag: `type:${layer}`,
  onlyDependOnLibsWithTags: below.map((tag) => `type:${tag}`),
}));

const SQL = {
  group: ['kysely', 'kysely/*', 'pg'],
  message: 'SQL lives in libs/database and libs/metrics; others see its types only.',
};
const TRANSPORT = {
  group: ['@trpc/*', 'fastify', '@fastify/*'],
  message: 'Transport belongs to libs/api, libs/rest, libs/client and apps.',
};
const SCREEN = { group: ['react', 'react-dom', '@mantine/*'], message: 'React belongs to apps/web.' };

/** Packages that a folder may not import; a type import is harmless, so it stays allowed. */
const forbid = (files, ...patterns) => ({
  files: files.map((folder) => `${folder}/src/**/*.{ts,tsx}`),
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: patterns.map((pattern) => ({ ...pattern, allowTypeImports: true })) },
    ],
  },
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '**/fixtures/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints, banTransitiveDependencies: false },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  forbid(['libs/{contracts,auth,sources,services}'], SQL, TRANSPORT, SCREEN),
  forbid(['libs/{database,metrics}'], TRANSPORT, SCREEN),
  forbid(['libs/{api,rest,client}', 'apps/server'], SQL, SCREEN),
  forbid(['apps/web'], SQL, TRANSPORT),
  forbid(['apps/cli'], SQL, TRANSPORT, SCREEN),
  {
    files: ['**/*.{ts,tsx}'],
    ignores: [
      'apps/server/src/config.ts',
      'apps/cli/src/config.ts',
      '**/*.test.ts',
      '**/test/**',
      'tools/**',
      'libs/testing/**',
      '**/*.config.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'The environment is read once, in src/config.ts of the app.',
        },
      ],
    },
  },
  {
    files: ['tools/**', '*.config.{js,ts}', 'apps/*/vite.config.ts', 'eslint.config.js'],
    rules: { 'no-console': 'off', 'no-restricted-exports': 'off' },
  },
  // The browser tests start the real server the way the API tests do.
  { files: ['apps/web/test/**'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  prettier,
);
