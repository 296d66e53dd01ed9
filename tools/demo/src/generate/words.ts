import type { Random } from './random.ts';

export type ChangeKind = 'feat' | 'fix' | 'refactor' | 'test' | 'docs' | 'chore' | 'deps';

const VERBS: Readonly<Record<Exclude<ChangeKind, 'deps'>, readonly string[]>> = {
  feat: ['add', 'show', 'support', 'allow', 'introduce'],
  fix: ['correct', 'handle missing', 'retry on broken', 'do not lose', 'round'],
  refactor: ['simplify', 'split', 'move', 'rename'],
  test: ['cover', 'test edge cases of', 'stabilise tests of'],
  docs: ['describe', 'explain'],
  chore: ['tidy up', 'remove unused', 'bump base image of'],
};
const THINGS = [
  'address validation',
  'voucher codes',
  'price rounding',
  'the order summary',
  'retry limits',
  'audit entries',
  'the search index',
  'session handling',
  'feature flags',
  'error pages',
  'the import feed',
  'push messages',
  'currency conversion',
  'health checks',
  'the cache',
  'pagination',
  'time zones',
  'delivery slots',
  'log fields',
  'request tracing',
];
const PACKAGES = [
  'vite',
  'typescript',
  'zod',
  'fastify',
  'pytest',
  'eslint',
  'prettier',
  'react',
  'sqlalchemy',
  'undici',
];
const INCIDENTS = [
  'Error rate above 5 %',
  'Latency above the objective',
  'Queue does not drain',
  'Sign-in fails for some',
  'Orders are missing',
  'Out of memory',
  'Certificate rejected',
  'Database connections used up',
];

/** What kind of work a person does next. */
export const kindOfWork = (random: Random): Exclude<ChangeKind, 'deps'> =>
  random.pick([
    'feat',
    'feat',
    'feat',
    'feat',
    'fix',
    'fix',
    'fix',
    'refactor',
    'refactor',
    'test',
    'docs',
    'chore',
  ]);

/** A title such as `feat: add voucher codes`. */
export const titleOf = (kind: ChangeKind, random: Random): string =>
  kind === 'deps'
    ? `chore(deps): update ${random.pick(PACKAGES)} to ${random.integer(1, 9)}.${random.integer(0, 20)}.${random.integer(0, 9)}`
    : `${kind}: ${random.pick(VERBS[kind])} ${random.pick(THINGS)}`;

export const incidentTitle = (random: Random): string => random.pick(INCIDENTS);

/** A branch name of a title: `feat/add-voucher-codes`. */
export const branchOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^(\w+)(\([^)]*\))?: /, '$1/')
    .replace(/[^a-z0-9/.]+/g, '-');
