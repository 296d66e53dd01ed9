import { describe, expect, test } from 'vitest';
import { aChange, aCommit, anIssue } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-03' };
const ask = (workload: string, over: QueryBody = {}) =>
  kit.ask({ queries: ['change-categories'], workloads: [workload], dateRange: RANGE, ...over });
const kinds = async (workload: string, over: QueryBody = {}) =>
  byGroup((await ask(workload, { groupBy: ['category'], ...over })).results[0]!);

describe('change-categories', () => {
  test('is 0 where nothing was committed, and tells the first instant of a day from the last', async () => {
    const workload = await kit.workload();
    expect(values(only(await ask(workload))).map(([, value]) => value)).toEqual([0, 0, 0]);
    const rows = [
      aCommit({ committedAt: '2026-03-02T00:00:00.000Z' }),
      aCommit({ committedAt: '2026-03-02T23:59:59.999Z' }),
      aCommit({ committedAt: '2026-03-03T00:00:00.000Z' }),
    ];
    await kit.send(workload, 'commits', rows);
    await kit.send(workload, 'commits', rows);
    expect(values(only(await ask(workload))).map(([, value]) => value)).toEqual([0, 2, 1]);
  });

  test.each([
    ['bug', 'bug'],
    ['enhancement', 'feature'],
    ['documentation', 'docs'],
    ['dependencies', 'dependencies'],
    ['tech-debt', 'refactor'],
    ['perf', 'performance'],
    ['ci', 'ci'],
    ['good first issue', 'other'],
  ])('the word %s says the same as a type, a label and a prefix', async (word, category) => {
    const workload = await kit.workload();
    const [byType, byLabel, byPrefix] = [
      aCommit({ message: 'one' }),
      aCommit({ message: 'two' }),
      aCommit({ message: `${word}: three` }),
    ];
    await kit.send(workload, 'commits', [byType, byLabel, byPrefix]);
    await kit.send(workload, 'issues', [anIssue({ externalId: 'I-1', type: word })]);
    await kit.send(workload, 'changes', [
      aChange({ externalId: 'c-1', commits: [byType.sha], linkedIssues: ['I-1'] }),
      aChange({ externalId: 'c-2', commits: [byLabel.sha], labels: [word.toUpperCase()] }),
    ]);
    expect(await kinds(workload)).toEqual({ [category]: 3 });
  });

  test('a pull request of another repository or workload says nothing of a commit', async () => {
    const [workload, other] = [await kit.workload(), await kit.workload()];
    const commit = aCommit({ message: 'feat: it' });
    await kit.send(workload, 'commits', [commit]);
    const change = aChange({ commits: [commit.sha], labels: ['bug'] });
    await kit.send(workload, 'changes', [{ ...change, repository: 'acme/other' }]);
    await kit.send(other, 'changes', [change]);
    expect(await kinds(workload)).toEqual({ feature: 1 });
  });

  test('a commit of two pull requests counts once, as the category whose name comes first', async () => {
    const workload = await kit.workload();
    const commit = aCommit({ message: 'chore: it' });
    await kit.send(workload, 'commits', [commit]);
    await kit.send(workload, 'changes', [
      aChange({ commits: [commit.sha], labels: ['documentation'] }),
      aChange({ mergeCommit: commit.sha, labels: ['enhancement'] }),
    ]);
    expect(await kinds(workload)).toEqual({ docs: 1 });
    const explained = only(await ask(workload, { explain: true }));
    expect(pointOf(explained, '2026-03-02').explain!.rows).toEqual([`acme/shop-api@${commit.sha}`]);
  });

  test('bots count unless left out; other branches do not', async () => {
    const workload = await kit.workload();
    const author = { name: 'renovate[bot]', kind: 'bot' as const };
    await kit.send(workload, 'commits', [
      aCommit({ message: 'build(deps): x', author }),
      aCommit({ message: 'fix: y' }),
      aCommit({ message: 'docs: z', branch: 'feature/x' }),
    ]);
    expect(await kinds(workload)).toEqual({ build: 1, bug: 1 });
    expect(await kinds(workload, { filters: { actors: 'human' } })).toEqual({ bug: 1 });
  });
});
