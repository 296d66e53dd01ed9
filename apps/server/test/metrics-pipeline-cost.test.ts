import { describe, expect, test } from 'vitest';
import { aJob, aPipelineRun } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-02' };
const ask = (workloads: string[], over: QueryBody = {}) =>
  kit.ask({ queries: ['pipeline-cost'], workloads, dateRange: RANGE, ...over });
const LINUX = { runnerRates: { 'ubuntu-latest': 0.5 } };

describe('pipeline-cost', () => {
  test('is null where nothing ran; a rate of 0 costs 0', async () => {
    const [idle, free] = [await kit.workload(LINUX), await kit.workload({ runnerRates: { own: 0 } })];
    await kit.send(free, 'jobs', [aJob({ runner: 'own' })]);
    const none = { value: null, count: 0, excluded: 0 };
    expect(pointOf(only(await ask([idle])), '2026-03-02')).toMatchObject(none);
    expect(pointOf(only(await ask([free])), '2026-03-02')).toMatchObject({ value: 0, count: 1 });
  });

  test('a run stands for itself only in those attempts and sources whose jobs were not sent', async () => {
    const workload = await kit.workload(LINUX);
    const run = { externalId: 'r', runner: 'ubuntu-latest' };
    // Each run takes four minutes, the job three.
    await kit.send(workload, 'runs', [
      aPipelineRun({ ...run, attempt: 1 }),
      aPipelineRun({ ...run, attempt: 2 }),
      aPipelineRun({ ...run, source: 'other-ci', attempt: 2 }),
    ]);
    await kit.send(workload, 'jobs', [aJob({ externalId: 'j', run: 'r', attempt: 2 })]);
    const point = pointOf(only(await ask([workload], { explain: true })), '2026-03-02');
    expect(point).toMatchObject({ value: 2 + 1.5 + 2, count: 3, excluded: 0 });
    expect(point.explain!.rows).toEqual(['other-ci/r#2', 'test-ci/j', 'test-ci/r#1']);
  });

  test('a run whose jobs still run is not counted beside them', async () => {
    const workload = await kit.workload(LINUX);
    await kit.send(workload, 'runs', [aPipelineRun({ externalId: 'r', runner: 'ubuntu-latest' })]);
    await kit.send(workload, 'jobs', [
      aJob({ run: 'r', status: 'running', conclusion: null, finishedAt: null }),
    ]);
    expect(only(await ask([workload])).summary.value).toBeNull();
  });

  test('each workload pays its own rate; groups by what a job is', async () => {
    const cheap = await kit.workload(LINUX);
    const dear = await kit.workload({ runnerRates: { 'ubuntu-latest': 4 } });
    await kit.send(cheap, 'jobs', [
      aJob({ name: 'lint', stage: 'check', branch: 'main' }),
      aJob({ name: 'unit', stage: 'test', branch: 'dev' }),
      aJob({ name: 'e2e', stage: 'test', branch: 'dev', conclusion: 'failure' }),
    ]);
    await kit.send(dear, 'jobs', [aJob()]);
    const by = async (group: string, workloads = [cheap]) =>
      byGroup((await ask(workloads, { groupBy: [group] })).results[0]!);
    expect(await by('workload', [cheap, dear])).toEqual({ [cheap]: 4.5, [dear]: 12 });
    expect(only(await ask([cheap, dear], { groupBy: [] })).summary.value).toBe(16.5);
    expect(await by('job')).toEqual({ lint: 1.5, unit: 1.5, e2e: 1.5 });
    expect(await by('stage')).toEqual({ check: 1.5, test: 3 });
    expect(await by('branch')).toEqual({ main: 1.5, dev: 3 });
    expect(await by('repository')).toEqual({ 'acme/shop-api': 4.5 });
  });
});
