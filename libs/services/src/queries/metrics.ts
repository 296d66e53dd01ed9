import { CATALOGUE, describeMetric } from '@codemetrics/metrics';
import type { Verb } from '../verb.ts';

export const listMetrics: Verb<'query', 'metrics'> = () =>
  Promise.resolve({ metrics: CATALOGUE.map(describeMetric) });
