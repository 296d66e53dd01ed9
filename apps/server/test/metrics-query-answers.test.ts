import { describe, expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { aPipelineRun, anIncident } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { only, useMetricKit } from './metric-kit.ts';

let now = Date.parse('2026-03-10T12:00:00.000Z');
const kit = useMetricKit(() => new Date(now));
const RANGE = { start: '2026-03-02', end: '2026-03-03' };
const run = () => aPipelineRun({ finishedAt: '2026-03-02T10:00:00Z' });
const csv = { accept: 'text/csv' };

describe('several queries in one call', () => {
  test('answer in their order, each with parameters of its own', async () => {
    const workload = await kit.workload();
    const again = { externalId: 'again', finishedAt: '2026-03-02T10:00:00Z' };
    await kit.send(workload, 'runs', [aPipelineRun(again), aPipelineRun({ ...again, attempt: 2 })]);
    const result = await kit.ask({
      queries: [
        'pipeline-runs',
        { query: 'pipeline-runs', parameters: { attempts: 'all' } },
        { query: 'code-coverage' },
      ],
      workloads: [workload],
      dateRange: RANGE,
    });
    expect(
      result.results.map(({ query, title, unit, series }) => [query, title, unit, series[0]!.summary.value]),
    ).toEqual([
      ['pipeline-runs', 'Pipeline runs', 'count', 1],
      ['pipeline-runs', 'Pipeline runs', 'count', 2],
      ['code-coverage', 'Code coverage', 'percent', null],
    ]);
  });

  test('400: an unknown metric among them, by its name and place', async () => {
    for (const unknown of ['code-cover', { query: 'code-cover' }, 'constructor']) {
      const name = typeof unknown === 'string' ? unknown : unknown.query;
      const answer = await kit.query({ queries: ['pipeline-runs', unknown], dateRange: RANGE });
      const problem = expectProblem(answer, 400, 'unknown-metric');
      expect(problem.detail).toContain(name);
      expect(problem.errors).toEqual([{ path: 'queries[1]', message: `unknown metric ${name}` }]);
    }
  });
});

describe('explain', () => {
  test('names the source rows of each point, and is left out unless asked for', async () => {
    const workload = await kit.workload();
    const dateRange = { start: '2026-03-01', end: '2026-03-02' };
    await kit.send(workload, 'incidents', [anIncident({ externalId: 'b' }), anIncident({ externalId: 'a' })]);
    const body = { queries: ['time-to-restore-service'], workloads: [workload], dateRange };
    const points = only(await kit.ask({ ...body, explain: true })).points;
    expect(points.map((point) => point.explain?.rows)).toEqual([[], ['pager/a', 'pager/b']]);
    expect(only(await kit.ask(body)).points.every((point) => !('explain' in point))).toBe(true);
  });
});

describe('Accept: text/csv', () => {
  test('gives the same points, a line each', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      run(),
      aPipelineRun({ conclusion: 'failure', finishedAt: '2026-03-02T10:00:00Z' }),
      aPipelineRun({ finishedAt: '2026-03-02T10:00:00Z' }),
    ]);
    const queries = ['pipeline-success', 'pipeline-runs'];
    const answer = await kit.query({ queries, workloads: [workload], dateRange: RANGE }, { headers: csv });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('vary')).toMatch(/accept/i);
    const [head, first, ...rest] = answer.text.split('\r\n');
    expect(head).toBe('query,unit,workload,date,value,count,p75,p90,p95,excluded,partial');
    expect(first).toMatch(
      new RegExp(`^pipeline-success,percent,${workload},2026-03-02,66\\.66666\\d*,3,,,,,$`),
    );
    expect(rest).toEqual([
      `pipeline-success,percent,${workload},2026-03-03,,0,,,,,`,
      `pipeline-runs,count,${workload},2026-03-02,3,,,,,,`,
      `pipeline-runs,count,${workload},2026-03-03,0,,,,,,`,
      '',
    ]);
  });

  test('no cell begins a formula, whatever repositories and tags are called', async () => {
    const workload = await kit.workload({ tags: { formula: '=HYPERLINK("https://evil.example")' } });
    for (const repository of ['=1+1', '+1', '-1', '@SUM(A1)', 'plain,"quoted"'])
      await kit.send(workload, 'runs', [aPipelineRun({ repository, finishedAt: '2026-03-02T10:00:00Z' })]);
    const { text } = await kit.query(
      {
        queries: ['pipeline-runs'],
        workloads: [workload],
        dateRange: RANGE,
        interval: 'total',
        groupBy: ['repository', 'tag:formula'],
      },
      { headers: csv },
    );
    const tag = `"'=HYPERLINK(""https://evil.example"")"`;
    const lines = text.split('\r\n').slice(1, -1);
    expect(new Set(lines)).toEqual(
      new Set(
        [`'=1+1`, `'+1`, `'-1`, `'@SUM(A1)`, '"plain,""quoted"""'].map(
          (repository) => `pipeline-runs,count,${repository},${tag},2026-03-02,1,,,,,,`,
        ),
      ),
    );
  });

  test('406: a type that it doesn’t speak; the weights of Accept hold', async () => {
    const body = { queries: ['pipeline-runs'], dateRange: RANGE };
    expectProblem(await kit.query(body, { headers: { accept: 'image/png' } }), 406, 'not-acceptable');
    const typeFor = async (accept: string) =>
      (await kit.query(body, { headers: { accept } })).headers.get('content-type');
    expect(await typeFor('text/csv;q=0.5, application/json')).toMatch(/^application\/json/);
    expect(await typeFor('text/csv, application/json;q=0.5')).toMatch(/^text\/csv/);
    expect(await typeFor('*/*')).toMatch(/^application\/json/);
  });
});

describe('ETag', () => {
  test('304 while nothing changed, though time passes; a write changes it, and so does the type', async () => {
    const workload = await kit.workload();
    const body = { queries: ['pipeline-runs'], workloads: [workload], dateRange: RANGE };
    const ask = (headers: Record<string, string> = {}) => kit.query(body, { headers });
    const etag = (await ask()).headers.get('etag')!;
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    now += 60_000;
    const same = await ask({ 'if-none-match': `"other", ${etag}` });
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await ask({ ...csv, 'if-none-match': etag })).status).toBe(200);
    const row = run();
    await kit.send(workload, 'runs', [row]);
    const changed = await ask({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    // The same row once more changes nothing.
    await kit.send(workload, 'runs', [row]);
    expect((await ask({ 'if-none-match': changed.headers.get('etag')! })).status).toBe(304);
  });
});

describe('what is refused', () => {
  const queries = ['pipeline-runs'];
  test.each([
    ['an end before the start', { dateRange: { start: '2026-03-02', end: '2026-03-01' } }, 'dateRange.end'],
    ['a range over 10 years', { dateRange: { start: '2015-01-01', end: '2025-02-01' } }, 'dateRange.end'],
    [
      'a date that doesn’t exist',
      { dateRange: { start: '2026-02-29', end: '2026-03-01' } },
      'dateRange.start',
    ],
    ['a range without an end', { dateRange: { start: '2026-03-02' } }, 'dateRange.end'],
    ['an interval of its own', { dateRange: RANGE, interval: 'hour' }, 'interval'],
    ['an unknown field', { dateRange: RANGE, groupby: ['workload'] }, 'groupby'],
    ['no query at all', { dateRange: RANGE, queries: [] }, 'queries'],
  ])('400: %s, by its path', async (_what, body, path) => {
    const { admin, call } = kit();
    const answer = await call('POST', '/api/query', { token: admin, json: { queries, ...body } });
    const problem = expectProblem(answer, 400, 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  test('401 without a credential, 403 without the scope; a viewer may ask', async () => {
    const body = { queries, dateRange: RANGE };
    expectProblem(await kit().call('POST', '/api/query', { json: body }), 401, 'credential-missing');
    const { token } = await kit().serviceToken({ scopes: ['data:write'] });
    expect(expectProblem(await kit.query(body, { token }), 403, 'scope-missing').detail).toContain(
      'data:read',
    );
    const viewer = await kit().signIn({ username: 'looker', role: 'viewer' });
    expect((await kit.query(body, { token: viewer.token })).status).toBe(200);
  });
});

describe('GET /api/query/metrics', () => {
  test('lists the catalogue, and each of its metrics can be asked', async () => {
    const { body } = await kit().call('GET', '/api/query/metrics', { token: kit().admin });
    const metrics = body.metrics as Metric[];
    expect(metrics.length).toBeGreaterThanOrEqual(8);
    const dateRange = RANGE;
    const answer = await kit.ask({ queries: metrics.map((metric) => metric.id), dateRange });
    expect(answer.results.map(({ query, title, unit }) => [query, title, unit])).toEqual(
      metrics.map(({ id, title, unit }) => [id, title, unit]),
    );
    for (const metric of metrics)
      for (const dimension of metric.dimensions) {
        const groupBy = [dimension === 'tag' ? 'tag:department' : dimension];
        expect((await kit.query({ queries: [metric.id], dateRange, groupBy })).status).toBe(200);
      }
  });
});
