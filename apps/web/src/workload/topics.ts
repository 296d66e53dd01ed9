import type { Metric } from '@codemetrics/contracts';

/** A tab of a workload's screen: what its metrics are about. */
export interface Topic {
  readonly id: string;
  readonly label: string;
  /** The kinds of data that it is told from. */
  readonly kinds: readonly string[];
  readonly metrics: readonly Metric[];
}

const TOPICS = [
  { id: 'delivery', label: 'Delivery', kinds: ['deployments', 'incidents'] },
  { id: 'pipelines', label: 'Pipelines', kinds: ['pipeline-runs', 'pipeline-jobs'] },
  { id: 'code', label: 'Code', kinds: ['coverage', 'measurements', 'commits'] },
  { id: 'changes', label: 'Changes', kinds: ['changes'] },
  { id: 'quality', label: 'Quality', kinds: ['issues', 'tests'] },
  { id: 'security', label: 'Security', kinds: ['vulnerabilities'] },
] as const;

/** Kinds that many metrics also read; what a metric is about is told by another kind, where it names one. */
const BESIDE = ['commits', 'issues'];

/** The kind of data that a metric is about. */
export const mainKindOf = ({ data }: Pick<Metric, 'data'>): string =>
  data.find((kind) => !BESIDE.includes(kind)) ?? data[0] ?? '';

/** The topics that the catalogue has metrics of, each with them in the catalogue's order; the last has what fits nowhere. */
export const topicsOf = (catalogue: readonly Metric[]): readonly Topic[] => {
  const known = TOPICS.map((topic) => ({
    ...topic,
    metrics: catalogue.filter((metric) => (topic.kinds as readonly string[]).includes(mainKindOf(metric))),
  }));
  const placed = new Set(known.flatMap(({ metrics }) => metrics));
  const others = catalogue.filter((metric) => !placed.has(metric));
  const kinds = [...new Set(others.map(mainKindOf))];
  return [...known, { id: 'other', label: 'Other', kinds, metrics: others }].filter(
    ({ metrics }) => metrics.length > 0,
  );
};
