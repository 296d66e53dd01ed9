import { describe, expect, test } from 'vitest';
import type { CommitRow } from '@codemetrics/testing';
import { aCommit } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-02' };
type Churn = 'lines' | 'net' | 'commits';
const ask = (workload: string, churn: Churn = 'lines', over: QueryBody = {}) =>
  kit.ask({
    ...{ queries: [{ query: 'repo-churn', parameters: { churn } }], workloads: [workload], dateRange: RANGE },
    ...over,
  });
const churned = async (workload: string, churn?: Churn) => only(await ask(workload, churn)).summary.value;
const added = (path: string, addedLines: number) => ({ path, addedLines, deletedLines: 0 });

describe('repo-churn', () => {
  test('is 0 where nothing was committed, and where nothing is known of the files', async () => {
    const workload = await kit.workload();
    expect(await churned(workload)).toBe(0);
    await kit.send(workload, 'commits', [aCommit()]);
    expect(pointOf(only(await ask(workload)), '2026-03-02')).toMatchObject({ value: 0, excluded: 1 });
    expect(pointOf(only(await ask(workload, 'commits')), '2026-03-02')).toMatchObject({
      ...{ value: 1, excluded: 0 },
    });
  });

  test('files that a tool writes or that others wrote are left out, and files that only look alike are not', async () => {
    const workload = await kit.workload();
    const left = [
      ...['web/vendor/x.php', 'thirdparty/x.c', 'ios/Pods/x.m', '.yarn/releases/yarn.cjs', 'dist/app.js'],
      ...['yarn.lock', 'ios/Podfile.lock', 'deno.lock', 'pdm.lock', 'go.sum', 'x/Package.resolved'],
      ...['a.min.css', 'a.js.map', 'x_pb2.py', 'x_pb2_grpc.pyi', 'x.pb.cc', 'lib/x.g.dart'],
      ...['Form1.Designer.cs', 'form.designer.vb', 'x_generated.go', 'api/generated/x.ts', 'x.snap'],
    ];
    const kept = ['src/redist/x.ts', 'lib/vendors.ts', 'my-yarn.lock.md', 'designer.ts', 'generated.ts'];
    await kit.send(workload, 'commits', [
      aCommit({ files: left.map((path) => added(path, 1000)) }),
      aCommit({ files: kept.map((path) => added(path, 1)) }),
    ]);
    expect(await churned(workload)).toBe(kept.length);
    expect(await churned(workload, 'commits')).toBe(2);
  });

  test('a rename counts what it changed; net may be negative', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      aCommit({
        files: [
          { path: 'b.ts', previousPath: 'a.ts', addedLines: 0, deletedLines: 0 },
          { path: 'd.ts', previousPath: 'c.ts', addedLines: 1, deletedLines: 4 },
        ],
      }),
    ]);
    expect(await churned(workload)).toBe(5);
    expect(await churned(workload, 'net')).toBe(-3);
  });

  test('by commit time, and not by author time; the default branch is the one that the workload names', async () => {
    const workload = await kit.workload({
      repositoryGroups: [{ name: 'all', repositories: [{ name: 'acme/shop-api', defaultBranch: 'trunk' }] }],
    });
    const commit = (lines: number, over: Partial<CommitRow>) =>
      aCommit({ files: [added('a.ts', lines)], branch: 'trunk', ...over });
    await kit.send(workload, 'commits', [
      commit(1, { authoredAt: '2026-01-01T10:00:00Z' }),
      commit(2, { authoredAt: '2026-03-02T10:00:00Z', committedAt: '2026-03-03T00:00:00.000Z' }),
      commit(4, { branch: 'main' }),
      commit(8, { branch: null }),
    ]);
    expect(await churned(workload)).toBe(9);
    // 29 March 2026 has 23 hours in Berlin: it ends at 22:00 UTC.
    await kit.send(workload, 'commits', [
      commit(16, { committedAt: '2026-03-29T21:59:59.999Z' }),
      commit(32, { committedAt: '2026-03-29T22:00:00.000Z' }),
    ]);
    const dateRange = { start: '2026-03-29', end: '2026-03-30' };
    const local = only(await ask(workload, 'lines', { dateRange, timezone: 'Europe/Berlin' }));
    expect(values(local).map(([, value]) => value)).toEqual([16, 32]);
  });

  test('groups by author and repository, and names the commits', async () => {
    const workload = await kit.workload();
    const kim = { name: 'Kim', email: 'kim@example.com', kind: 'user' as const };
    const [first, second] = [
      aCommit({ files: [added('a.ts', 3)] }),
      aCommit({ files: [added('a.ts', 5)], repository: 'acme/two', author: kim }),
    ];
    await kit.send(workload, 'commits', [first, second]);
    const by = async (group: string) =>
      byGroup((await ask(workload, 'lines', { groupBy: [group] })).results[0]!);
    expect(await by('actor')).toEqual({ Jo: 3, Kim: 5 });
    expect(await by('repository')).toEqual({ 'acme/shop-api': 3, 'acme/two': 5 });
    const explained = only(await ask(workload, 'lines', { explain: true }));
    expect(pointOf(explained, '2026-03-02').explain!.rows).toEqual([
      ...[`acme/shop-api@${first.sha}`, `acme/two@${second.sha}`],
    ]);
  });
});
