import { expect, test } from 'vitest';
import { aCall } from './a-call.ts';
import { afterTheEnd } from './after-the-end.ts';

const ending = { credential: 'a', answeredAt: 10, expected: 401 };

test('an accepted call that started after the answer is found', () => {
  const late = aCall({ credential: 'a', startedAt: 10, endedAt: 12 });
  const refused = aCall({ credential: 'a', startedAt: 11, status: 401 });
  const found = afterTheEnd([late, refused], [ending]);
  expect(found).toEqual({ calls: 2, accepted: [late], otherwise: [] });
});

test('a call that started before may be answered either way, and others’ credentials go on', () => {
  const calls = [
    aCall({ credential: 'a', startedAt: 9.9, endedAt: 30 }),
    aCall({ credential: 'b', startedAt: 20 }),
    aCall({ startedAt: 20 }),
  ];
  expect(afterTheEnd(calls, [ending])).toEqual({ calls: 0, accepted: [], otherwise: [] });
});

test('a refusal of another kind is told apart: 403 where 401 was promised, and no answer at all', () => {
  const odd = [403, 500, 0].map((status) => aCall({ credential: 'a', startedAt: 20, status }));
  expect(afterTheEnd(odd, [ending])).toEqual({ calls: 3, accepted: [], otherwise: odd });
  expect(afterTheEnd(odd.slice(0, 1), [{ ...ending, expected: 403 }]).otherwise).toEqual([]);
});
