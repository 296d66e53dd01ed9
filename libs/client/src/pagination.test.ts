import { describe, expect, test } from 'vitest';
import { good, scripted } from '../test/scripted-server.ts';
import { createClient } from './create-client.ts';
import type { Page } from './pagination.ts';
import { pages, paginate } from './pagination.ts';

const page = (ids: string[], nextCursor: string | null) =>
  good({ runs: ids.map((runId) => ({ runId })), nextCursor });

const readAll = async (rows: AsyncIterable<unknown>): Promise<unknown[]> => {
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

describe('pagination', () => {
  test('yields every row, giving each cursor back with the same filters', async () => {
    await using server = await scripted(page(['a', 'b'], 'c1'), page([], 'c2'), page(['c'], null));
    const client = createClient({ url: server.url });
    const ids: string[] = [];
    for await (const run of paginate(client.pipelineRuns.list, { workload: 'x', limit: 2 }))
      ids.push(run.runId);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(server.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { workload: 'x', limit: 2 },
      { workload: 'x', limit: 2, cursor: 'c1' },
      { workload: 'x', limit: 2, cursor: 'c2' },
    ]);
  });

  test('pages come whole, from a cursor if one is given, and only as they are asked for', async () => {
    await using server = await scripted(page(['a'], 'c2'), page(['b'], null));
    const client = createClient({ url: server.url });
    for await (const { runs, nextCursor } of pages(client.pipelineRuns.list, { cursor: 'c1' })) {
      expect([runs.length, nextCursor]).toEqual([1, 'c2']);
      break;
    }
    expect(server.received.map(({ body }) => body)).toEqual(['{"cursor":"c1"}']);
  });

  test('ends with the signal’s reason', async () => {
    await using server = await scripted(page(['a', 'b'], 'c1'));
    const client = createClient({ url: server.url });
    const controller = new AbortController();
    const read = async () => {
      for await (const _run of paginate(client.pipelineRuns.list, {}, { signal: controller.signal }))
        controller.abort(new Error('enough'));
    };
    await expect(read()).rejects.toThrow('enough');
    expect(server.received).toHaveLength(1);
  });

  test('refuses a listing that goes in a circle, and a page without one list', async () => {
    const circle = () => Promise.resolve({ rows: [1], nextCursor: 'same' });
    await expect(readAll(paginate(circle))).rejects.toMatchObject({ code: 'unexpected-answer' });
    const none = (): Promise<Page> => Promise.resolve({ nextCursor: null });
    await expect(readAll(paginate(none))).rejects.toThrow('exactly one list');
  });
});
