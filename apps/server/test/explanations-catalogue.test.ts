import { beforeAll, describe, expect, test } from 'vitest';
import type { SourceRow } from '@codemetrics/contracts';
import { CATALOGUE, sourceRowsOf } from '@codemetrics/metrics';
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
import { useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-31' };
const [FIRST, SECOND] = ['a'.repeat(40), 'b'.repeat(40)];
let workload: string;

const junit = (outcome: string): string =>
  `<testsuite name="cart / totals"><testcase classname="cart/totals" name="adds / up"/><testcase classname="cart/totals" name="rounds">${outcome}</testcase></testsuite>`;
const SARIF = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Scan/Deep' } },
      results: [{ ruleId: 'sql-injection', level: 'error', message: { text: 'Unsafe query' } }],
    },
  ],
});

beforeAll(async () => {
  workload = await kit.workload({ runnerRates: { 'ubuntu-latest': 0.01 } });
  const commits = [
    aCommit({
      sha: FIRST,
      committedAt: '2026-03-02T02:00:00Z',
      files: [{ path: 'a.ts', addedLines: 5, deletedLines: 1 }],
    }),
    aCommit({ sha: SECOND, committedAt: '2026-03-03T02:00:00Z', parents: [FIRST] }),
  ];
  await kit.send(workload, 'commits', commits);
  await kit.send(workload, 'deployments', [
    aDeployment({ externalId: 'one/1', commit: FIRST, finishedAt: '2026-03-02T11:05:00Z' }),
    aDeployment({ externalId: 'two', commit: SECOND, finishedAt: '2026-03-03T11:05:00Z' }),
  ]);
  await kit.send(workload, 'incidents', [
    anIncident({
      causedByDeployment: 'two',
      openedAt: '2026-03-03T12:00:00Z',
      resolvedAt: '2026-03-03T13:00:00Z',
    }),
  ]);
  await kit.send(workload, 'runs', [
    aPipelineRun({ externalId: 'flaky', commit: FIRST, conclusion: 'failure' }),
    aPipelineRun({ externalId: 'flaky', commit: FIRST, attempt: 2 }),
    aPipelineRun({ externalId: 'alone', runner: 'ubuntu-latest' }),
  ]);
  await kit.send(workload, 'jobs', [aJob({ externalId: 'job/1', run: 'flaky' })]);
  await kit.send(workload, 'changes', [
    aChange({
      firstCommitAt: '2026-02-28T08:00:00Z',
      firstReviewAt: '2026-03-01T09:00:00Z',
      commits: [SECOND],
      linkedIssues: ['bug'],
    }),
  ]);
  await kit.send(workload, 'issues', [
    anIssue({ externalId: 'bug', environmentFound: 'production' }),
    anIssue({ externalId: 'open', closedAt: null }),
  ]);
  const measured = ['lines-of-code', 'cyclomatic-complexity', 'duplicated-lines'];
  await kit.send(
    workload,
    'measurements',
    measured.map((metric) => aMeasurement({ metric, branch: 'main', takenAt: '2026-03-02T10:00:00.123Z' })),
  );
  const place = { workload, takenAt: '2026-03-02T10:00:00Z' };
  const lcov = 'SF:a.ts\nDA:1,1\nDA:2,0\nBRDA:1,0,0,1\nBRDA:1,0,1,0\nend_of_record\n';
  const search = new URLSearchParams({ ...place, repository: 'acme/shop-api', commit: FIRST });
  await kit().call('POST', `/api/coverage?${search}`, { token: kit().admin, body: lcov, type: 'text/plain' });
  await kit.upload('tests', { ...place, commit: FIRST, run: '1' }, junit('<failure/>'));
  await kit.upload('tests', { ...place, commit: FIRST, run: '2' }, junit(''));
  await kit.upload('vulnerabilities', place, SARIF);
});

/** The ids that a metric explains itself by, over the range as a whole. */
const explained = async (metric: string): Promise<string[]> => {
  const { results } = await kit.ask({
    ...{ queries: [metric], workloads: [workload], dateRange: RANGE },
    ...{ interval: 'total', filters: {}, explain: true },
  });
  return results[0]!.series[0]!.points[0]!.explain!.rows;
};

const rowsOf = async (
  query: string,
  ids: readonly string[],
  workloads = [workload],
): Promise<SourceRow[]> => {
  const answer = await kit().call('POST', '/api/query/rows', {
    token: kit().admin,
    json: { query, ids, workloads },
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.rows as SourceRow[];
};

describe.each(CATALOGUE.filter((metric) => sourceRowsOf(metric) !== null))('$id', (metric) => {
  test('explains itself by rows that can be read, each once', async () => {
    const ids = await explained(metric.id);
    expect(ids.length).toBeGreaterThan(0);
    const rows = await rowsOf(metric.id, ids);
    expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    for (const row of rows) {
      expect(row).toMatchObject({ kind: sourceRowsOf(metric), workload });
      expect(row.title).not.toBe('');
      expect(Date.parse(row.at!)).toBeGreaterThan(Date.parse('2026-02-01'));
      expect(row.details.length).toBeGreaterThan(0);
    }
  });

  test('has no rows for ids that mean nothing, and none of another workload', async () => {
    const nonsense = [
      'x',
      '/',
      '@',
      '#1',
      'a/b#1',
      'a@b',
      'a/b/c',
      `acme@${FIRST}/`,
      '%',
      "'",
      '0',
      FIRST.slice(1),
    ];
    expect(await rowsOf(metric.id, nonsense)).toEqual([]);
    const other = await kit.workload();
    expect(await rowsOf(metric.id, await explained(metric.id), [other])).toEqual([]);
  });
});

test.each(CATALOGUE.filter((metric) => sourceRowsOf(metric) === null))(
  '$id is a table, and explains itself',
  async (metric) => {
    expect(await rowsOf(metric.id, ['anything'])).toEqual([]);
  },
);
