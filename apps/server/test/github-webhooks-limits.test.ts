import { expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { deliver } from './github-kit.ts';
import { useServer } from './harness.ts';

const SECRET = 'a-long-webhook-secret';
const server = useServer({ env: { RATE_LIMIT: '5/1m' } });
const ping = (secret: string) => deliver(server(), { secret, event: 'ping', body: '{}' });

test('what is rightly signed is not limited; wrong signatures end in 429', async () => {
  await server().call('PUT', '/api/sources/github', { token: server().admin, json: { secret: SECRET } });
  for (let sent = 0; sent < 20; sent++) expect((await ping(SECRET)).status).toBe(202);
  const statuses: number[] = [];
  for (let sent = 0; sent < 7; sent++) statuses.push((await ping('a-wrong-webhook-secret')).status);
  // The sign-in of the administrator came from this address too.
  expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429]);
  const answer = await ping('a-wrong-webhook-secret');
  expectProblem(answer, 429, 'rate-limited');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});
