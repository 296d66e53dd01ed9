import { expect, test } from 'vitest';
import { aCall } from './a-call.ts';
import { judgeOutage } from './outage.ts';

const window = { wentAt: 100, untilAt: 200, returnedAt: 250 };
const refused = (startedAt: number, endedAt = startedAt + 1) =>
  aCall({ startedAt, endedAt, status: 503, hasRetryAfter: true });

test('a success within the outage is found; one from before or that outlived it is none', () => {
  const inOutage = aCall({ startedAt: 110, endedAt: 111 });
  const outlived = aCall({ startedAt: 199, endedAt: 230 });
  const before = aCall({ startedAt: 99, endedAt: 101 });
  expect(judgeOutage([before, inOutage, outlived, refused(150)], window)).toMatchObject({
    ...{ calls: 4, accepted: [inOutage], refused: 1, otherwise: [] },
  });
});

test('a call under way when it went waits from then on, and counts', () => {
  expect(judgeOutage([refused(20, 190), refused(150, 170)], window).slowestMs).toBe(90);
  expect(judgeOutage([refused(20, 99), refused(260, 9000)], window).slowestMs).toBe(0);
});

test('other refusals are found: a 503 without Retry-After, a 500, no answer', () => {
  const bare = aCall({ startedAt: 110, endedAt: 111, status: 503 });
  const broken = aCall({ startedAt: 110, endedAt: 111, status: 500, hasRetryAfter: true });
  const none = aCall({ startedAt: 110, endedAt: 15_110, status: 0 });
  const found = judgeOutage([bare, broken, none, refused(120)], window);
  expect(found.otherwise).toEqual([bare, broken, none]);
  expect(found.slowestMs).toBe(15_000);
});

test('recovery lasts from the return to the last failure', () => {
  const calls = [refused(255), refused(900), aCall({ startedAt: 600 }), aCall({ startedAt: 901 })];
  expect(judgeOutage(calls, window)).toMatchObject({ recoveryMs: 650, succeededAfter: 1 });
  expect(judgeOutage([refused(220), aCall({ startedAt: 251 })], window).recoveryMs).toBe(0);
  expect(judgeOutage([refused(260)], window).succeededAfter).toBe(0);
});
