import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Layers import downward only; the same table stands in docs/architecture.md. */
const LAYERS = {
  contracts: [],
  auth: ['contracts'],
  database: ['contracts'],
  sources: ['contracts'],
  metrics: ['contracts', 'database'],
  services: ['contracts', 'auth', 'database', 'sources', 'metrics'],
  api: ['contracts', 'services'],
  rest: ['contracts', 'api'],
  client: ['contracts', 'api'],
  testing: ['contracts', 'database', 'auth', 'services', 'api', 'rest', 'client', 'server'],
  server: ['contracts', 'auth', 'database', 'sources', 'metrics', 'services', 'api', 'rest', 'testing', 'client'],
  web: ['contracts', 'client'],
  cli: ['contracts', 'client'],
  tool: ['contracts', 'client', 'api', 'rest', 'database', 'metrics', 'services', 'server', 'testing', 'tool'],
};

const depConstraints = Object.entries(LAYERS).map(([layer, below]) => ({
  sourceTag: `type:${layer}`,
  onlyDependOnLibsWithTags: below.map((tag) => `type:${tag}`),
}));

/** Packages that belong to certain layers only. A type import is harmless, so it stays allowed. */
const restrict = (names, message) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { patterns: [{ group: names, message, allowTypeImports: true }] },
  ],
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '**/data/**', '**/fixtures/**'] },
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
  {
    files: ['libs/{contracts,auth,sources,api,rest,client}/src/**/*.ts', 'apps/**/*.{ts,tsx}'],
    rules: restrict(['kysely', 'pg'], 'SQL lives in libs/database and libs/metrics; services see its types only.'),
  },
  {
    files: ['libs/{contracts,auth,database,sources,metrics,services}/src/**/*.ts'],
    rules: restrict(
      ['@trpc/*', 'fastify', 'react', 'kysely-none'],
      'Transport belongs to libs/api, libs/rest and apps; the layers below know nothing of it.',
    ),
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['apps/server/src/config.ts', '**/*.test.ts', '**/test/**', 'tools/**', 'libs/testing/**', '**/*.config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read once, in apps/server/src/config.ts.' },
      ],
    },
  },
  { files: ['tools/**', '*.config.{js,ts}', 'apps/*/vite.config.ts', 'eslint.config.js'], rules: { 'no-console': 'off', 'no-restricted-exports': 'off' } },
  prettier,
);
