import { expect, test } from 'vitest';
import type { Freshness } from '@codemetrics/contracts';
import { CATALOGUE } from '@codemetrics/metrics';
import {
  aChange,
  aCommit,
  aDeployment,
  aJob,
  aMeasurement,
  anIncident,
  anIssue,
  aPipelineRun,
} from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useMetricKit } from './metric-kit.ts';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const kit = useMetricKit(() => NOW);

const get = (workload: string, token = kit().admin) =>
  kit().call('GET', `/api/workloads/${workload}/freshness`, { token });
const freshness = async (workload: string): Promise<Freshness[]> => {
  const answer = await get(workload);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body.workload).toBe(workload);
  return answer.body.data as Freshness[];
};

test('an empty workload has no data of any kind, and every kind that the catalogue knows is told', async () => {
  const data = await freshness(await kit.workload());
  const kinds = new Set(CATALOGUE.flatMap((metric) => metric.data));
  expect(data.map((one) => one.data).sort()).toEqual([...kinds].sort());
  for (const one of data) expect(one).toMatchObject({ newest: null, received: null });
});

test('tells when the newest of each kind happened, and where rows say so when one was received', async () => {
  const workload = await kit.workload();
  await kit.send(workload, 'runs', [
    aPipelineRun({ startedAt: '2026-03-05T10:00:00Z', finishedAt: '2026-03-05T10:04:00Z' }),
    aPipelineRun(),
  ]);
  await kit.send(workload, 'jobs', [aJob({ finishedAt: '2026-03-06T10:00:00Z' }), aJob()]);
  await kit.send(workload, 'deployments', [
    aDeployment({ environment: 'staging', repository: 'acme/other', finishedAt: '2026-03-07T10:00:00Z' }),
    aDeployment(),
  ]);
  await kit.send(workload, 'incidents', [anIncident({ resolvedAt: '2026-03-08T10:00:00Z' }), anIncident()]);
  await kit.send(workload, 'commits', [aCommit({ committedAt: '2026-03-09T10:00:00Z' }), aCommit()]);
  await kit.send(workload, 'changes', [
    aChange(),
    aChange({ openedAt: '2026-03-10T10:00:00Z', mergedAt: null }),
  ]);
  await kit.send(workload, 'issues', [
    anIssue({ openedAt: '2026-03-11T10:00:00Z', closedAt: null }),
    anIssue(),
  ]);
  await kit.report({ workload, takenAt: '2026-03-12T10:00:00Z', repository: 'acme/z' }, 1, 2);
  await kit.send(workload, 'measurements', [
    aMeasurement({ metric: 'of-our-own', takenAt: '2026-03-13T10:00:00Z' }),
    aMeasurement({ metric: 'a-first' }),
  ]);
  await kit.upload(
    'tests',
    { workload, takenAt: '2026-03-14T10:00:00Z' },
    '<testsuite><testcase name="a"/></testsuite>',
  );
  await kit.upload(
    'vulnerabilities',
    { workload, takenAt: '2026-03-15T10:00:00Z' },
    '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[]}]}',
  );
  const byKind = Object.fromEntries((await freshness(workload)).map(({ data, ...times }) => [data, times]));
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  const received = NOW.toISOString();
  expect(byKind).toEqual({
    'pipeline-runs': { newest: at(5), received },
    'pipeline-jobs': { newest: at(6), received: null },
    deployments: { newest: at(7), received },
    incidents: { newest: at(8), received },
    commits: { newest: at(9), received: null },
    changes: { newest: at(10), received },
    issues: { newest: at(11), received },
    coverage: { newest: at(12), received },
    measurements: { newest: at(13), received: null },
    tests: { newest: at(14), received },
    vulnerabilities: { newest: at(15), received },
  });
});

test('404: no such workload; 403: one beyond the caller’s, whether it is there or not', async () => {
  const [mine, other] = [await kit.workload(), await kit.workload()];
  const { token } = await kit().serviceToken({ workloads: [mine] });
  expectProblem(await get('nowhere'), 404, 'workload-not-found');
  expectProblem(await get('Not-An-Id'), 400, 'invalid-input');
  for (const workload of [other, 'nowhere'])
    expectProblem(await get(workload, token), 403, 'workload-forbidden');
  expect((await get(mine, token)).status).toBe(200);
});
