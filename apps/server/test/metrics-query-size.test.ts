import { beforeAll, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
const JOBS = 25;

beforeAll(async () => {
  await server().createWorkload('my-team');
  const runs = Array.from({ length: JOBS }, (_, n) => ({
    ...aPipelineRun(),
    externalId: `r-${n}`,
    job: `job-${n}`,
  }));
  const sent = await server().call('POST', '/api/pipeline/runs', { token: server().admin, json: { runs } });
  expect(sent.status, sent.text).toBe(200);
});

const ask = (queries: readonly string[], days: number) =>
  server().call('POST', '/api/query', {
    token: server().admin,
    json: {
      queries,
      groupBy: ['job'],
      interval: 'day',
      dateRange: {
        start: new Date(Date.UTC(2026, 11, 31) - (days - 1) * 86_400_000).toISOString().slice(0, 10),
        end: '2026-12-31',
      },
    },
  });

test('an answer has at most 75,000 points, of one metric and of all together', async () => {
  const one = await ask(['pipeline-runs'], 3000);
  expect(one.status, one.text.slice(0, 300)).toBe(200);
  expect(one.body.results[0].series).toHaveLength(JOBS);
  expect(one.body.results[0].series[0].points).toHaveLength(3000);
  const more = await ask(['pipeline-runs'], 3001);
  expect(expectProblem(more, 400, 'invalid-input').detail).toMatch(/more than 75000/);
  const both = await ask(['pipeline-runs', 'pipeline-success'], 2000);
  expect(expectProblem(both, 400, 'invalid-input').detail).toMatch(/more than 75000 points/);
});
