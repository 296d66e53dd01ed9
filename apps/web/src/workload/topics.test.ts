import { expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { topicsOf } from './topics.ts';

const about = (id: string, ...data: string[]) => ({ id, data }) as unknown as Metric;
const told = (...metrics: Metric[]) =>
  topicsOf(metrics).map(({ id, metrics: some }) => [id, some.map((metric) => metric.id)]);

test('a metric stands where what it is about belongs, in the catalogue’s order', () => {
  expect(
    told(
      about('cost', 'pipeline-runs', 'pipeline-jobs'),
      about('lead', 'commits', 'deployments'),
      about('cycle', 'changes', 'commits', 'deployments'),
      about('hotspots', 'commits', 'measurements', 'issues', 'changes'),
      about('churn', 'commits'),
      about('per-issue', 'issues', 'changes'),
      about('bugs', 'issues'),
      about('frequency', 'deployments'),
    ),
  ).toEqual([
    ['delivery', ['lead', 'frequency']],
    ['pipelines', ['cost']],
    ['code', ['hotspots', 'churn']],
    ['changes', ['cycle', 'per-issue']],
    ['quality', ['bugs']],
  ]);
});

test('what nobody has thought of has a place of its own, at the end', () => {
  const metrics = [about('new', 'surveys'), about('none'), about('bugs', 'issues')];
  expect(told(...metrics)).toEqual([
    ['quality', ['bugs']],
    ['other', ['new', 'none']],
  ]);
  expect(topicsOf(metrics).at(-1)!.kinds).toEqual(['surveys', '']);
});
