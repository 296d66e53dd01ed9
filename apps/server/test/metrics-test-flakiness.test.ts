import { describe, expect, test } from 'vitest';
import type { ReportPlace } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const DAY = '2026-03-02';
const ask = (workload: string, over = {}) =>
  kit.ask({
    ...{ queries: ['test-flakiness'], workloads: [workload], dateRange: { start: DAY, end: DAY } },
    ...over,
  });
/** Sends a report of cases written as `suite name outcome`. */
const send = (place: Partial<ReportPlace> & { workload: string; run: string }, ...cases: string[]) => {
  const suites = cases.map((one) => {
    const [suite, name, outcome] = one.split(' ');
    const child = outcome === 'fails' ? '<failure/>' : outcome === 'skipped' ? '<skipped/>' : '';
    return `<testsuite name="${suite}"><testcase name="${name}">${child}</testcase></testsuite>`;
  });
  const xml = `<testsuites>${suites.join('')}</testsuites>`;
  return kit.upload('tests', { takenAt: `${DAY}T10:00:00Z`, ...place }, xml);
};

describe('test-flakiness', () => {
  test('is null, with a count of 0, where nothing ran twice', async () => {
    const workload = await kit.workload();
    await send({ workload, run: '1' }, 's a passes', 'other a fails');
    await send({ workload, run: '1', repository: 'acme/two' }, 's a fails');
    // Skipped, it did not run; sent again, it is the same run.
    await send({ workload, run: '2' }, 's a skipped');
    await send({ workload, run: '1' }, 's a passes', 'other a fails');
    expect(pointOf(only(await ask(workload)), DAY)).toMatchObject({ value: null, count: 0 });
  });

  test('tests of one name in two suites are two; the explanation names commit, suite and test', async () => {
    const workload = await kit.workload();
    await send({ workload, run: '1' }, 's a passes', 'other a passes');
    await send({ workload, run: '2' }, 's a fails', 'other a passes');
    expect(pointOf(only(await ask(workload, { explain: true })), DAY)).toMatchObject({
      ...{ value: 50, count: 2 },
      explain: { rows: ['acme/shop-api@c0ffee1/other/a', 'acme/shop-api@c0ffee1/s/a'] },
    });
  });

  test('is pooled over commits and repositories, and told apart by them', async () => {
    const workload = await kit.workload();
    for (const run of ['1', '2', '3']) {
      await send({ workload, run }, `s a ${run === '1' ? 'fails' : 'passes'}`);
      const two = { workload, run, repository: 'acme/two' };
      await send(two, 's a passes', 's b passes', 's c fails');
    }
    expect(only(await ask(workload)).summary).toMatchObject({ value: 25, count: 4 });
    const apart = await ask(workload, { groupBy: ['repository'] });
    expect(byGroup(apart.results[0]!)).toEqual({ 'acme/shop-api': 100, 'acme/two': 0 });
  });
});
