import { expect, test } from 'vitest';
import { aCall } from './a-call.ts';
import { judgeBatches } from './batches.ts';

const sent = (batch: string, status = 200) => aCall({ batch, status });
const there = (batch: string, rows: number, keys = rows) => ({ batch, rows, keys });

test('lost, doubled and half batches are found, each for itself', () => {
  const calls = [
    sent('whole'),
    sent('gone'),
    sent('short'),
    sent('twice'),
    sent('half', 503),
    sent('none', 0),
  ];
  const stored = [there('whole', 20), there('short', 19), there('twice', 40, 20), there('half', 7)];
  expect(judgeBatches(calls, stored, 20)).toEqual({
    ...{ acknowledged: 4, lost: ['gone', 'short'], doubled: ['twice'], half: ['half'] },
  });
});

test('a batch whose answer was lost may be there or not, but whole', () => {
  const calls = [sent('a', 0), sent('b', 503), sent('b', 0)];
  expect(judgeBatches(calls, [there('a', 20)], 20)).toEqual({
    ...{ acknowledged: 0, lost: [], doubled: [], half: [] },
  });
});

test('acknowledged at the second sending is acknowledged', () => {
  expect(judgeBatches([sent('a', 503), sent('a', 200)], [], 20).lost).toEqual(['a']);
});
