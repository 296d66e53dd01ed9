import { beforeEach, describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
const apply = (workloads: unknown, query = '', token = server().admin) =>
  server().call('PUT', `/api/workloads${query}`, { token, json: { workloads } });
const ids = async (): Promise<string[]> =>
  (await server().call('GET', '/api/workloads', { token: server().admin })).body.workloads.map(
    (one: { id: string }) => one.id,
  );
const one = (id: string, over: Record<string, unknown> = {}) => ({ id, name: id, ...over });

describe('PUT /api/workloads', () => {
  beforeEach(async () => {
    await apply([one('a', { tags: { team: 'red' } }), one('b')], '?prune=true');
  });

  test('200: creates what is new, updates what differs, and only reports what is missing', async () => {
    const answer = await apply([one('a', { tags: { team: 'blue' }, name: 'A' }), one('c')]);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toEqual({
      dryRun: false,
      created: ['c'],
      updated: [{ id: 'a', changed: ['name', 'tags'] }],
      unchanged: [],
      missing: ['b'],
      deleted: [],
    });
    expect(await ids()).toEqual(['a', 'b', 'c']);
    const read = await server().call('GET', '/api/workloads/a', { token: server().admin });
    expect(read.body).toMatchObject({ name: 'A', tags: { team: 'blue' } });
  });

  test('200: applied again, it changes nothing and says so', async () => {
    const set = [
      one('a', {
        tags: { z: '1', a: '2' },
        repositoryGroups: [{ name: 'g', repositories: [{ name: 'acme/x', defaultBranch: 'dev' }] }],
      }),
      one('b', { description: '' }),
    ];
    await apply(set);
    const { body: before } = await server().call('GET', '/api/workloads/a', { token: server().admin });
    expect((await apply(set)).body).toMatchObject({
      created: [],
      updated: [],
      unchanged: ['a', 'b'],
      missing: [],
    });
    const { body: after } = await server().call('GET', '/api/workloads/a', { token: server().admin });
    expect(after).toEqual(before);
  });

  test('200: dryRun tells what would be, and does nothing', async () => {
    const set = [one('a', { name: 'A' }), one('c')];
    const dry = await apply(set, '?dryRun=true&prune=true');
    expect(dry.body).toEqual({
      dryRun: true,
      created: ['c'],
      updated: [{ id: 'a', changed: ['name', 'tags'] }],
      unchanged: [],
      missing: [],
      deleted: ['b'],
    });
    expect(await ids()).toEqual(['a', 'b']);
    const wet = await apply(set, '?prune=true');
    expect(wet.body).toEqual({ ...dry.body, dryRun: false });
  });

  test('200: prune deletes what the set no longer has, with its data', async () => {
    const json = { runs: [aPipelineRun({ workload: 'b' })] };
    await server().call('POST', '/api/pipeline/runs', { token: server().admin, json });
    const { body } = await apply([one('a')], '?prune=true');
    expect(body).toMatchObject({ deleted: ['b'], missing: [] });
    expect(await ids()).toEqual(['a']);
    await apply([one('a'), one('b')]);
    const runs = await server().call('GET', '/api/pipeline/runs?workload=b', { token: server().admin });
    expect(runs.body.runs).toEqual([]);
  });

  test('200: an empty set with prune deletes all', async () => {
    expect((await apply([], '?prune=true')).body.deleted).toEqual(['a', 'b']);
    expect(await ids()).toEqual([]);
  });

  test('400: one bad workload refuses the set, named by its place, and nothing is written', async () => {
    const problem = expectProblem(await apply([one('c'), one('d', { name: '' })]), 400, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('workloads[1].name');
    expect(await ids()).toEqual(['a', 'b']);
  });

  test('400: an id twice, a switch that is neither true nor false', async () => {
    expectProblem(await apply([one('c'), one('c')]), 400, 'invalid-input');
    expectProblem(await apply([one('c')], '?dryRun=yes'), 400, 'invalid-input');
    expect(await ids()).toEqual(['a', 'b']);
  });

  test('403: one who is limited applies, prunes and hears of their own workloads alone', async () => {
    const { token } = await server().serviceToken({ workloads: ['a'] });
    expectProblem(await apply([one('a'), one('b')], '', token), 403, 'workload-forbidden');
    expectProblem(await apply([one('unknown')], '?dryRun=true', token), 403, 'workload-forbidden');
    const answer = await apply([one('a', { name: 'A' })], '?prune=true', token);
    expect(answer.body).toMatchObject({ missing: [], deleted: [], created: [] });
    expect(await ids()).toEqual(['a', 'b']);
  });

  test('200: sets that are applied at once end in one of them, whole', async () => {
    const sets = ['x', 'y', 'z'].map((name) => [one('a', { name }), one('b', { name })]);
    const answers = await Promise.all(sets.map((set) => apply(set)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const { body } = await server().call('GET', '/api/workloads', { token: server().admin });
    expect(body.workloads[0].name).toBe(body.workloads[1].name);
  });
});
