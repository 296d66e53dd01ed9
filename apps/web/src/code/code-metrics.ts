import type { Metric } from '@codemetrics/contracts';

/** What the catalogue can't tell: which of its metrics stands for what on this screen. */
const ROLES = {
  lineCoverage: 'code-coverage',
  branchCoverage: 'branch-coverage',
  hotspots: 'code-hotspots',
  coupling: 'temporal-coupling',
  churn: 'repo-churn',
  categories: 'change-categories',
  pattern: 'working-pattern',
  outsideHours: 'non-working-pattern',
} as const;

export type Role = keyof typeof ROLES;

/** The metric that stands for something here; undefined where the catalogue hasn't got it. */
export const metricOf = (catalogue: readonly Metric[], role: Role): Metric | undefined =>
  catalogue.find((metric) => metric.id === ROLES[role]);

/** The columns of tables that this screen draws by, as the catalogue names them. */
export const COLUMNS = {
  repository: 'repository',
  path: 'path',
  score: 'score',
  revisions: 'revisions',
  lines: 'lines',
  coupledPath: 'coupled_path',
  degree: 'degree',
  weekday: 'weekday',
  hour: 'hour',
  commits: 'commits',
  outside: 'outside',
} as const;

/** The values of a dimension that need words, in the order in which they are drawn. */
export const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  distance: { low: 'Up to 1 hour', medium: 'Up to 3 hours', high: 'Further, or on a free day' },
};

/** The variants of churn, with the parameter that chooses them. */
export const CHURN_PARAMETER = 'churn';

const CHURN_VARIANTS: Readonly<Record<string, { label: string; unit: Metric['unit'] }>> = {
  lines: { label: 'Added + deleted', unit: 'lines' },
  net: { label: 'Net growth', unit: 'lines' },
  commits: { label: 'Commits', unit: 'count' },
};

/** What a variant of churn is called and measured in. */
export const churnVariant = (name: string): { label: string; unit: Metric['unit'] } =>
  CHURN_VARIANTS[name] ?? { label: name, unit: 'lines' };
