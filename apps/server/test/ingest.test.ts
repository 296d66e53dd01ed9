import { beforeAll, describe, expect, test } from 'vitest';
import { aChange, aCommit, aDeployment, anIncident, anIssue } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

type Row = Record<string, unknown>;
const server = useServer();
beforeAll(async () => {
  await server().createWorkload('my-team');
  await server().createWorkload('other-team');
});

const send = (noun: string, rows: Row[], token = server().admin) =>
  server().call('POST', `/api/${noun}`, { token, json: { [noun]: rows } });
const countsOf = async (noun: string, ...rows: Row[]): Promise<string> => {
  const answer = await send(noun, rows);
  expect(answer.status, answer.text).toBe(200);
  const { received, created, updated, unchanged } = answer.body;
  expect(received).toBe(rows.length);
  return `${created} created, ${updated} updated, ${unchanged} unchanged`;
};
const CREATED = '1 created, 0 updated, 0 unchanged';
const UPDATED = '0 created, 1 updated, 0 unchanged';
const UNCHANGED = '0 created, 0 updated, 1 unchanged';
const [EARLIER, LATER] = ['2026-03-02T10:00:00Z', '2026-03-05T10:00:00Z'];

/** Of each noun: a full row, a change to it, the shortest row with the same key, one bad field, and when that field is told. */
const NOUNS: {
  noun: string;
  make: () => Row;
  change: Row;
  short: (row: Row) => Row;
  bad: Row;
  path: string;
}[] = [
  {
    noun: 'deployments',
    make: () => ({ ...aDeployment(), url: 'https://ci.example/7' }),
    change: { status: 'failure' },
    short: ({ startedAt: _startedAt, url: _url, ...row }) => row,
    bad: { finishedAt: null },
    path: 'finishedAt',
  },
  {
    noun: 'incidents',
    make: () => ({
      ...anIncident({ title: 'Down', url: 'https://pager.example/1' }),
      causedByDeployment: 'd-1',
    }),
    change: { severity: 'low' },
    short: ({ severity: _severity, title: _title, url: _url, causedByDeployment: _caused, ...row }) => row,
    bad: { openedAt: 'yesterday' },
    path: 'openedAt',
  },
  {
    noun: 'changes',
    make: () => ({
      ...aChange({
        number: 12,
        title: 'Faster',
        branch: 'faster',
        linkedIssues: ['SHOP-1'],
        labels: ['a', 'b'],
      }),
      ...{ readyAt: EARLIER, firstReviewAt: EARLIER, commits: ['abcdef1', 'abcdef2'], changedFiles: 3 },
    }),
    change: { title: 'Slower' },
    short: ({ externalId, source, workload, repository, openedAt }) => ({
      ...{ externalId, source, workload, repository, openedAt },
    }),
    bad: { addedLines: -1 },
    path: 'addedLines',
  },
  {
    noun: 'commits',
    make: () => ({
      ...aCommit({ parents: ['abcdef1'], authoredAt: EARLIER }),
      files: [{ path: 'src/a.ts', addedLines: 1, deletedLines: 0 }],
    }),
    change: { message: 'fix: something' },
    short: ({ sha, workload, repository, committedAt }) => ({ sha, workload, repository, committedAt }),
    bad: { sha: 'main' },
    path: 'sha',
  },
  {
    noun: 'issues',
    make: () => ({
      ...anIssue({ priority: 'high', environmentFound: 'production', title: 'Broken', labels: ['x'] }),
      ...{ repository: 'acme/shop-api', linkedChanges: ['acme/shop-api#12'], url: 'https://jira.example/1' },
    }),
    change: { priority: 'low' },
    short: ({ externalId, source, workload, type, openedAt, closedAt }) => ({
      ...{ externalId, source, workload, type, openedAt, closedAt },
    }),
    bad: { type: '' },
    path: 'type',
  },
];

describe.each(NOUNS)('POST /api/$noun', ({ noun, make, change, short, bad, path }) => {
  test('200: the first sending creates, the second changes nothing and says so', async () => {
    const [row, other] = [make(), make()];
    expect(await countsOf(noun, row)).toBe(CREATED);
    expect(await countsOf(noun, row)).toBe(UNCHANGED);
    expect(await countsOf(noun, row, other)).toBe('1 created, 0 updated, 1 unchanged');
    expect(await countsOf(noun, { ...row, ...change }, other)).toBe('0 created, 1 updated, 1 unchanged');
    expect(await countsOf(noun, { ...row, ...change })).toBe(UNCHANGED);
  });

  test('200: a shorter sending keeps what was told, alone and in one batch', async () => {
    const row = { ...make(), ...(noun === 'changes' ? { mergedAt: LATER, closedAt: null } : {}) };
    await countsOf(noun, row);
    expect(await countsOf(noun, short(row))).toBe(UNCHANGED);
    expect(await countsOf(noun, row)).toBe(UNCHANGED);
    const other = { ...make(), closedAt: row.closedAt };
    const inOne = noun === 'changes' || noun === 'issues' ? other : make();
    expect(await countsOf(noun, inOne, short(inOne))).toBe('1 created, 0 updated, 1 unchanged');
    expect(await countsOf(noun, inOne)).toBe(UNCHANGED);
  });

  test('400: a bad row is named by its index and path, and the batch is not written', async () => {
    const good = make();
    const problem = expectProblem(await send(noun, [good, { ...make(), ...bad }]), 400, 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toContain(`${noun}[1].${path}`);
    expect(await countsOf(noun, good)).toBe(CREATED);
  });

  test('400: an unknown field, no rows, too many', async () => {
    for (const rows of [[{ ...make(), colour: 'red' }], [], Array.from({ length: 1001 }, make)])
      expectProblem(await send(noun, rows), 400, 'invalid-input');
  });

  test('404: an unknown workload is named', async () => {
    const problem = expectProblem(
      await send(noun, [{ ...make(), workload: 'nowhere' }]),
      404,
      'workload-not-found',
    );
    expect(problem.detail).toContain('nowhere');
  });

  test('403: a workload beyond the token, and a token without data:write', async () => {
    const limited = await server().serviceToken({ workloads: ['my-team'] });
    const reading = await server().serviceToken({ scopes: ['data:read'] });
    const viewer = await server().signIn({ username: `viewer-of-${noun}`, role: 'viewer' });
    for (const workload of ['other-team', 'nowhere'])
      expectProblem(await send(noun, [{ ...make(), workload }], limited.token), 403, 'workload-forbidden');
    for (const token of [reading.token, viewer.token])
      expect(expectProblem(await send(noun, [make()], token), 403, 'scope-missing').detail).toContain(
        'data:write',
      );
    expect((await send(noun, [make()], limited.token)).status).toBe(200);
  });

  test('200: one key in two workloads is two rows', async () => {
    const row = make();
    expect(await countsOf(noun, row, { ...row, workload: 'other-team' })).toBe(
      '2 created, 0 updated, 0 unchanged',
    );
  });
});

describe('what is opened again', () => {
  test('200: an incident loses its resolution, and gets a new one', async () => {
    const row = anIncident({ openedAt: EARLIER, resolvedAt: LATER });
    await countsOf('incidents', row);
    expect(await countsOf('incidents', { ...row, resolvedAt: null })).toBe(UPDATED);
    expect(await countsOf('incidents', { ...row, resolvedAt: null })).toBe(UNCHANGED);
    expect(await countsOf('incidents', row)).toBe(UPDATED);
  });

  test('200: an issue is no longer closed; a change is no longer closed but stays merged', async () => {
    const issue = anIssue();
    await countsOf('issues', issue);
    expect(await countsOf('issues', { ...issue, closedAt: null })).toBe(UPDATED);
    const change = aChange({ mergedAt: null, closedAt: EARLIER });
    await countsOf('changes', change);
    expect(await countsOf('changes', { ...change, closedAt: null })).toBe(UPDATED);
    const merged = aChange({ mergedAt: EARLIER });
    await countsOf('changes', merged);
    expect(await countsOf('changes', { ...merged, mergedAt: null })).toBe(UNCHANGED);
  });

  test('200: a deployment that has ended is not set back by a late message', async () => {
    const ended = aDeployment();
    await countsOf('deployments', ended);
    for (const status of ['running', 'queued'])
      expect(await countsOf('deployments', { ...ended, status, finishedAt: null })).toBe(UNCHANGED);
    expect(await countsOf('deployments', ended)).toBe(UNCHANGED);
  });

  test('200: several rows of one deployment, by repository and commit, are each kept', async () => {
    const row = aDeployment();
    const rows = [
      row,
      { ...row, commit: 'abcdef1' },
      { ...row, repository: 'acme/web' },
      { ...row, commit: null },
    ];
    expect(await countsOf('deployments', ...rows)).toBe('4 created, 0 updated, 0 unchanged');
    expect(await countsOf('deployments', ...rows)).toBe('0 created, 0 updated, 4 unchanged');
  });
});
