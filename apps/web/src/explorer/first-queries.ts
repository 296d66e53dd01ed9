import type { Metric } from '@codemetrics/contracts';
import { topicsOf } from '../workload/topics.ts';

/** A query to begin with, as the parameters of an address. */
export interface FirstQuery {
  readonly title: string;
  readonly text: string;
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

const MOST = 3;
const HEADLINES = 4;

const idsOf = (metrics: readonly Metric[]): string => metrics.map((metric) => metric.id).join(',');
const titlesOf = (metrics: readonly Metric[]): string => metrics.map((metric) => metric.title).join(', ');

/** Headlines before others, and no more units than one chart has axes. */
const bestOf = (metrics: readonly Metric[]): Metric[] => {
  const drawn = metrics.filter((metric) => metric.kind !== 'table');
  const sorted = [...drawn.filter((one) => one.headline), ...drawn.filter((one) => !one.headline)];
  const units = new Set([...new Set(sorted.map((one) => one.unit))].slice(0, 2));
  return sorted.filter((one) => units.has(one.unit)).slice(0, MOST);
};

/** Queries to begin with, made from whatever the catalogue has: what stands on top, and one about each topic. */
export const firstQueries = (catalogue: readonly Metric[]): readonly FirstQuery[] => {
  const headlines = catalogue
    .filter((metric) => metric.headline && metric.kind !== 'table')
    .slice(0, HEADLINES);
  const ranked = catalogue.find((metric) => metric.kind === 'ratio' && metric.dimensions.includes('job'));
  return [
    ...(headlines.length === 0
      ? []
      : [
          {
            title: 'How it is going',
            text: `${titlesOf(headlines)}, compared with the period before.`,
            parameters: { metrics: idsOf(headlines), by: 'none', compare: 'previous', interval: 'week' },
          },
        ]),
    ...topicsOf(catalogue).flatMap(({ label, metrics }) => {
      const best = bestOf(metrics);
      return best.length === 0
        ? []
        : [{ title: label, text: `${titlesOf(best)}, by workload.`, parameters: { metrics: idsOf(best) } }];
    }),
    ...(ranked
      ? [
          {
            title: `${ranked.title} by job`,
            text: 'One figure a job over the whole range, as a ranking.',
            parameters: { metrics: ranked.id, by: 'job', interval: 'total' },
          },
        ]
      : []),
  ];
};
