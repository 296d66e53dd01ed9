import { expect, test } from 'vitest';
import type { CodeMetricsClient } from '@codemetrics/client';
import type { CommitRow } from '@codemetrics/sources';
import type { Acknowledged } from './send-history.ts';
import { sendHistory } from './send-history.ts';

const limits = { rows: 1, bytes: 1e6 };

async function* history(count: number): AsyncGenerator<CommitRow> {
  for (let at = 0; at < count; at++)
    yield { sha: String(at), workload: 'w', repository: 'r', committedAt: '2026-03-01T10:00:00Z' };
}

/** A client whose calls are answered when the test says so. */
const heldClient = () => {
  const calls: { sha: string; answer: () => void; fail: (error: Error) => void }[] = [];
  const send = ({ commits }: { commits: CommitRow[] }) =>
    new Promise((resolve, fail) =>
      calls.push({
        sha: commits[0]!.sha,
        answer: () => resolve({ received: 1, created: 1, updated: 0, unchanged: 0 }),
        fail,
      }),
    );
  return { calls, client: { commits: { send } } as unknown as CodeMetricsClient };
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a few batches travel at once, and are acknowledged in the order of the history', async () => {
  const { calls, client } = heldClient();
  const told: Acknowledged[] = [];
  const sending = sendHistory(client, history(5), { limits, onAcknowledged: (so) => told.push(so) });
  await turn();
  expect(calls.map((call) => call.sha)).toEqual(['0', '1', '2']);
  calls[1]!.answer();
  await turn();
  expect(told).toEqual([]);
  calls[0]!.answer();
  await turn();
  expect(told.map((so) => so.last)).toEqual(['0', '1']);
  expect(calls).toHaveLength(5);
  for (const call of calls) call.answer();
  expect(await sending).toEqual({ commits: 5, created: 5, updated: 0, last: '4' });
});

test('a batch that fails ends it; what was acknowledged after it does not count', async () => {
  const { calls, client } = heldClient();
  const told: (string | null)[] = [];
  const sending = sendHistory(client, history(9), { limits, onAcknowledged: ({ last }) => told.push(last) });
  const failed = expect(sending).rejects.toThrow('down');
  await turn();
  calls[0]!.answer();
  calls[2]!.answer();
  calls[1]!.fail(new Error('down'));
  await turn();
  calls[3]?.answer();
  await failed;
  expect(told).toEqual(['0']);
});

test('when reading ends early, what is under way is waited for and counts', async () => {
  const { calls, client } = heldClient();
  const told: (string | null)[] = [];
  const rows = async function* (): AsyncGenerator<CommitRow> {
    yield* history(3);
    throw new Error('stopped');
  };
  const sending = sendHistory(client, rows(), { limits, onAcknowledged: ({ last }) => told.push(last) });
  const failed = expect(sending).rejects.toThrow('stopped');
  await turn();
  for (const call of calls) call.answer();
  await failed;
  expect(told).toEqual(['0', '1']);
});
