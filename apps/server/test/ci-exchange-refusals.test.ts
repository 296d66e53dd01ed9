import { expect, test } from 'vitest';
import { callTrpc, trpcProblem } from './call-operation.ts';
import { job, stranger, useAttacks } from './ci-attack-kit.ts';
import { exchange, exchangeOf } from './ci-kit.ts';
import { expectProblem } from './expect-problem.ts';
import { startTestServer } from './harness.ts';

const server = useAttacks();

test('over tRPC and as a form the refusals are the same', async () => {
  const tokens = [await job({ repository: 'evil/x' }), await job({}, {}, stranger), 'x'];
  for (const token of tokens) {
    expect(trpcProblem(await callTrpc(server(), 'tokens.exchange', exchangeOf(token)))?.code).toBe(
      'ci-token-refused',
    );
    const form = await server().call('POST', '/api/tokens/exchange', {
      body: new URLSearchParams(exchangeOf(token)).toString(),
      type: 'application/x-www-form-urlencoded',
    });
    expectProblem(form, 401, 'ci-token-refused');
  }
});

test('no token and no key stands in a log, an answer or the audit log', async () => {
  const tokens = [await job(), await job({ repository: 'evil/x' }), await job({}, {}, stranger)];
  const given = await exchange(server(), tokens[0]!);
  for (const token of tokens) await exchange(server(), token);
  const audit = await server().call('GET', '/api/audit?limit=500', { token: server().admin });
  for (const secret of [...tokens, given.body.access_token as string]) {
    const signature = secret.split('.')[2]!;
    expect(server().logs.join('')).not.toContain(signature);
    expect(audit.text).not.toContain(signature);
  }
});

test('guessing ends in 429', async () => {
  const limited = await startTestServer({ env: { OUTBOUND_ALLOWED: '127.0.0.0/8', RATE_LIMIT: '40/1m' } });
  const statuses: number[] = [];
  for (let call = 0; call < 40; call++) statuses.push((await exchange(limited, 'x.y.z')).status);
  // A wrong token counts twice.
  expect(statuses.filter((status) => status === 401).length).toBeLessThan(25);
  expect(statuses.at(-1)).toBe(429);
  await limited.stop();
});
