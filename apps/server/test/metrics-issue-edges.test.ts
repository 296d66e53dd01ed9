import { describe, expect, test } from 'vitest';
import { aChange, anIssue } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-28', end: '2026-03-30' };
const ask = (workload: string, query: string, over: QueryBody = {}) =>
  kit.ask({ queries: [query], workloads: [workload], dateRange: RANGE, ...over });
const numbers = async (workload: string, query: string, over: QueryBody = {}) =>
  values(only(await ask(workload, query, over))).map(([, value]) => value);

describe('bugs and links, at their edges', () => {
  test('nothing is 0 of a count and null of a mean', async () => {
    const workload = await kit.workload();
    for (const query of ['bugs-new', 'escaped-bugs', 'bugs-open'])
      expect(await numbers(workload, query)).toEqual([0, 0, 0]);
    for (const query of ['prs-per-issue', 'issues-per-pr'])
      expect(await numbers(workload, query)).toEqual([null, null, null]);
  });

  test('days are those of the zone, when the clocks go forward too', async () => {
    const workload = await kit.workload();
    const inProduction = { environmentFound: 'live', closedAt: null };
    await kit.send(workload, 'issues', [
      anIssue({ ...inProduction, openedAt: '2026-03-28T22:59:59.999Z' }),
      anIssue({ ...inProduction, openedAt: '2026-03-28T23:00:00.000Z' }),
      anIssue({ ...inProduction, openedAt: '2026-03-29T21:59:59.999Z' }),
      anIssue({ ...inProduction, openedAt: '2026-03-29T22:00:00.000Z' }),
    ]);
    const over = { timezone: 'Europe/Berlin' };
    expect(await numbers(workload, 'bugs-new', over)).toEqual([1, 2, 1]);
    expect(await numbers(workload, 'escaped-bugs', over)).toEqual([1, 2, 1]);
    expect(await numbers(workload, 'bugs-open', over)).toEqual([1, 3, 4]);
  });

  test('bugs by repository, group, priority and tag, and a bug of none; rows are named', async () => {
    const workload = await kit.workload({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'web', repositories: [{ name: '*-web' }] }],
    });
    const openedAt = '2026-03-28T10:00:00Z';
    await kit.send(workload, 'changes', [aChange({ repository: 'acme/shop-web' })]);
    await kit.send(workload, 'issues', [
      anIssue({ openedAt, closedAt: null, repository: 'acme/shop-web', priority: 'P1', externalId: 'A' }),
      anIssue({ openedAt, closedAt: null, priority: 'P2', environmentFound: 'prod' }),
    ]);
    const by = async (query: string, group: string) =>
      byGroup((await ask(workload, query, { groupBy: [group] })).results[0]!);
    for (const query of ['bugs-new', 'bugs-open']) {
      expect(await by(query, 'repository')).toEqual({ 'acme/shop-web': 1, null: 1 });
      expect(await by(query, 'repositoryGroup')).toEqual({ web: 1, null: 1 });
      expect(await by(query, 'tag:department')).toEqual({ sales: 2 });
    }
    expect(await by('escaped-bugs', 'priority')).toEqual({ P2: 1 });
    const filters = { repositoryGroups: ['web'] };
    const answer = only(await ask(workload, 'bugs-new', { explain: true, filters }));
    expect(answer.points[0]!.explain!.rows).toEqual(['jira/A']);
  });

  test('links: bots’ pull requests only where asked, and each workload’s own', async () => {
    const [workload, other] = [await kit.workload(), await kit.workload()];
    const mergedAt = '2026-03-29T10:00:00Z';
    const rows = [
      aChange({ externalId: '1', mergedAt, linkedIssues: ['I-1', 'I-2', 'I-1'] }),
      aChange({ externalId: '2', mergedAt, linkedIssues: ['I-1'], author: { name: 'b', kind: 'bot' } }),
      aChange({ externalId: '3', mergedAt: null, linkedIssues: ['I-1'] }),
    ];
    await kit.send(workload, 'changes', rows);
    await kit.send(workload, 'changes', rows);
    await kit.send(other, 'changes', [aChange({ mergedAt: null, linkedIssues: ['I-1'] })]);
    await kit.send(workload, 'issues', [anIssue({ externalId: 'I-1', closedAt: mergedAt })]);
    expect(await numbers(workload, 'issues-per-pr')).toEqual([null, 2, null]);
    expect(await numbers(workload, 'issues-per-pr', { filters: { actors: 'all' } })).toEqual([
      null,
      1.5,
      null,
    ]);
    expect(await numbers(workload, 'prs-per-issue')).toEqual([null, 3, null]);
  });
});
