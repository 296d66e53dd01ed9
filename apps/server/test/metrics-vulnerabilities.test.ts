import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import type { QueryBody, ReportPlace } from './metric-kit.ts';
import { byGroup, only, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-05' };
const ask = (workload: string, over: QueryBody = {}) =>
  kit.ask({ queries: ['vulnerabilities'], workloads: [workload], dateRange: RANGE, ...over });
const numbers = async (workload: string, over: QueryBody = {}) =>
  values(only(await ask(workload, over))).map(([, value]) => value);

const sarif = (rules: readonly string[], over: { tool?: string; level?: string; result?: object } = {}) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: over.tool ?? 'scan' } },
        results: rules.map((ruleId) => ({
          ruleId,
          level: over.level,
          message: { text: ruleId },
          ...over.result,
        })),
      },
    ],
  });
let commits = 0;
const report = (workload: string, takenAt: string, text: string, over: Partial<ReportPlace> = {}) =>
  kit.upload(
    'vulnerabilities',
    { workload, takenAt, commit: (++commits).toString(16).padStart(7, '0'), ...over },
    text,
  );

describe('vulnerabilities', () => {
  test('open from the first report that has it to the first later one that hasn’t, and again', async () => {
    const workload = await kit.workload();
    await report(workload, '2026-02-01T00:00:00Z', sarif(['old']));
    await report(workload, '2026-03-02T00:00:00.000Z', sarif(['old', 'new', 'new']));
    await report(workload, '2026-03-03T23:59:59.999Z', sarif(['new']));
    await report(workload, '2026-03-05T00:00:00.000Z', sarif(['old', 'new', 'third']));
    expect(await numbers(workload)).toEqual([1, 2, 1, 1, 3]);
    expect(await numbers(workload, { dateRange: { start: '2026-01-01', end: '2026-01-01' } })).toEqual([0]);
    const explained = only(await ask(workload, { explain: true }));
    expect(explained.points[2]!.explain!.rows).toEqual([
      expect.stringMatching(/^acme\/shop-api\/scan\/[0-9a-f]{32}$/),
    ]);
  });

  test('tools, names and repositories each close their own; a report in the past is put where it belongs', async () => {
    const workload = await kit.workload();
    await report(workload, '2026-03-01T10:00:00Z', sarif(['a', 'b']));
    await report(workload, '2026-03-02T10:00:00Z', sarif([], { tool: 'another' }));
    await report(workload, '2026-03-02T10:00:00Z', sarif([]), { name: 'web' });
    await report(workload, '2026-03-02T10:00:00Z', sarif(['a']), { repository: 'acme/other' });
    expect(await numbers(workload)).toEqual([2, 3, 3, 3, 3]);
    await report(workload, '2026-03-04T10:00:00Z', sarif([]));
    await report(workload, '2026-03-03T10:00:00Z', sarif(['a']));
    expect(await numbers(workload)).toEqual([2, 3, 2, 1, 1]);
  });

  test('by severity and tool; suppressed, passed and absent results are none', async () => {
    const workload = await kit.workload();
    const results = [
      { ruleId: 'c', properties: { 'security-severity': '9.8' } },
      { ruleId: 'h', level: 'error' },
      { ruleId: 'm' },
      { ruleId: 'l', level: 'note' },
      { ruleId: 's', level: 'error', suppressions: [{ kind: 'inSource' }] },
      { ruleId: 'p', kind: 'pass' },
      { ruleId: 'a', baselineState: 'absent' },
      { ruleId: 'r', level: 'error', suppressions: [{ kind: 'external', status: 'rejected' }] },
    ];
    const text = JSON.stringify({
      version: '2.1.0',
      runs: [{ results, tool: { driver: { name: 'scan' } } }],
    });
    const place = { workload, takenAt: '2026-03-02T10:00:00Z', commit: 'c0ffee1' };
    expect((await kit.upload('vulnerabilities', place, text)).body).toMatchObject({
      ...{ created: 1, tools: [{ tool: 'scan', findings: 5, suppressed: 1 }] },
    });
    expect((await kit.upload('vulnerabilities', place, text)).body).toMatchObject({ unchanged: 1 });
    expect(byGroup((await ask(workload, { groupBy: ['severity', 'tool'] })).results[0]!)).toEqual({
      ...{ 'critical scan': 1, 'high scan': 2, 'medium scan': 1, 'low scan': 1 },
    });
  });

  test('other branches only where asked', async () => {
    const workload = await kit.workload();
    await report(workload, '2026-03-01T10:00:00Z', sarif(['a']), { branch: 'main' });
    await report(workload, '2026-03-02T10:00:00Z', sarif(['a', 'b']), { branch: 'feature' });
    expect(await numbers(workload)).toEqual([1, 1, 1, 1, 1]);
    expect(byGroup((await ask(workload, { groupBy: ['branch'] })).results[0]!)).toEqual({
      main: 1,
      feature: 2,
    });
  });

  test('400: what is no SARIF is refused, naming its place, and nothing is stored', async () => {
    const workload = await kit.workload();
    const search = new URLSearchParams({ workload, repository: 'acme/shop-api', commit: 'c0ffee1' });
    const send = (body: string) =>
      kit().call('POST', `/api/vulnerabilities?${search}`, {
        token: kit().admin,
        body,
        type: 'application/json',
      });
    expectProblem(await send('<sarif/>'), 400, 'unknown-report-format');
    expectProblem(await send('{"runs":[]}'), 400, 'unknown-report-format');
    expect(expectProblem(await send('{\n"version":"1.0.0"}'), 400, 'invalid-report').detail).toContain(
      'line 2',
    );
    const bad = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"level":"fatal"}]}]}';
    expect(expectProblem(await send(bad), 400, 'invalid-report').detail).toContain('runs.0.results.0.level');
    for (const cut of [5, 30, bad.length - 1])
      expectProblem(await send(bad.slice(0, cut)), 400, 'invalid-report');
    expect(await numbers(workload)).toEqual([0, 0, 0, 0, 0]);
  });
});
