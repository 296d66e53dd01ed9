import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

// The administrator's session makes the tokens, so it has the fewest calls left; each test uses a token of its own.
const server = useServer({ env: { RATE_LIMIT: '8/1m' } });
const fields = (headers: Headers) => [
  headers.get('ratelimit-policy'),
  headers.get('ratelimit')?.replace(/t=\d+/, 't=T'),
];

describe('a credential', () => {
  test('counts down in the RateLimit fields, ends in 429, and leaves others alone', async () => {
    const { call, serviceToken } = server();
    const mine = await serviceToken();
    const other = await serviceToken();
    const answers = [];
    for (let n = 0; n < 9; n++) answers.push(await call('GET', '/api/session', { token: mine.token }));
    expect(answers.slice(0, 8).map((answer) => answer.status)).toEqual(Array(8).fill(200));
    expect(fields(answers[0]!.headers)).toEqual(['"default";q=8;w=60', '"default";r=7;t=T']);
    expect(fields(answers[7]!.headers)).toEqual(['"default";q=8;w=60', '"default";r=0;t=T']);
    expectProblem(answers[8]!, 429, 'rate-limited');
    expect(fields(answers[8]!.headers)).toEqual(['"default";q=8;w=60', '"default";r=0;t=T']);
    expect(Number(answers[8]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(answers[8]!.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await call('GET', '/api/session', { token: other.token })).status).toBe(200);
  });

  test('pays for a tRPC batch call by call', async () => {
    const { call, serviceToken } = server();
    const { token } = await serviceToken();
    const batch = await call(
      'GET',
      `/trpc/session.get,session.get,session.get?batch=1&input=${encodeURIComponent('{}')}`,
      { token },
    );
    expect(batch.status).toBe(200);
    expect(fields((await call('GET', '/api/session', { token })).headers)[1]).toBe('"default";r=4;t=T');
  });
});

describe('an address', () => {
  test('that guesses credentials ends in 429, while good credentials from it still work', async () => {
    const { call, serviceToken } = server();
    const { token } = await serviceToken();
    const statuses = [];
    for (let n = 0; n < 10; n++)
      statuses.push((await call('GET', '/api/session', { token: 'eyJ.guess.ed' })).status);
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await call('GET', '/api/session', { token })).status).toBe(200);
  });
});
