import { expect, test } from 'vitest';
import { dump } from './database-client.ts';
import { expectProblem } from './expect-problem.ts';
import { useNoticeWorld } from './notice-webhook-kit.ts';
import { startReceiver, verified } from './webhook-receiver.ts';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const world = useNoticeWorld();

test('201: the secret is shown this once, and stands nowhere', async () => {
  const answer = await world.create(`${world.receiver.url}/made?key=canary-in-a-url`);
  expect(answer.body).toMatchObject({
    ...{ url: `${world.receiver.url}/made?key=canary-in-a-url`, createdBy: 'admin', disabled: null },
    ...{ lastSuccess: null, lastFailure: null, deliveries: { waiting: 0, delivered: 0, givenUp: 0 } },
    secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
  });
  const { secret, ...shown } = answer.body;
  const list = await world.one.call('GET', '/api/notice-webhooks', { token: world.one.admin });
  expect(list.body).toEqual({ webhooks: [shown] });
  await world.bringAbout();
  await expect.poll(() => world.arrived('/made?key=canary-in-a-url').length).toBe(1);
  const bare = String(secret).slice('whsec_'.length);
  expect(await dump(world.kit.databaseUrl)).not.toContain(bare);
  const logs = [...world.one.logs, ...world.two.logs].join('');
  expect(logs).not.toContain(bare);
  expect(logs).not.toContain('canary-in-a-url');
  const audit = await world.one.call('GET', '/api/audit?limit=500', { token: world.one.admin });
  expect(audit.text).not.toContain(bare);
  expect(audit.text).not.toContain('canary-in-a-url');
});

test.each([
  'https://10.0.0.1/hook',
  'https://[::1]/hook',
  'https://169.254.169.254/latest/meta-data',
  'https://user:password@hooks.example/',
  'http://192.168.0.1/hook',
])('400: %s is refused before it is stored', async (url) => {
  const answer = await world.create(url);
  const problem = expectProblem(answer, 400, 'url-forbidden');
  expect(problem.errors?.[0]?.path).toBe('url');
  expect(answer.text).not.toContain('password@');
});

test.each(['hooks.example', 'ftp://hooks.example/', ''])('400: %j is no URL', async (url) => {
  expectProblem(await world.create(url), 400, 'invalid-input');
});

test('200: a test is sent at once, rightly signed, and its answer is told', async () => {
  const { webhookId, secret } = await world.endpoint('/tried');
  const trying = () => world.send(webhookId);
  expect((await trying()).body).toEqual({ delivered: true, status: 204, failure: null });
  expect(verified(secret, world.arrived('/tried')[0]!, world.kit.now())).toEqual({
    ...{ type: 'test', timestamp: world.kit.now().toISOString(), data: { webhookId } },
  });
  world.receiver.answer('/tried', 503);
  expect((await trying()).body).toEqual({
    ...{ delivered: false, status: 503, failure: 'The endpoint answered 503.' },
  });
  const ids = world.arrived('/tried').map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(2);
  const closed = await startReceiver();
  await closed.close();
  const { body } = await world.create(`${closed.url}/closed`);
  const answer = await world.send(body.webhookId);
  expect(answer.body).toMatchObject({ delivered: false, status: null });
  expect(answer.body.failure).not.toContain('127.0.0.1');
});

test('204: a deleted endpoint is told nothing more; 404: an unknown one', async () => {
  const { webhookId } = await world.endpoint('/deleted');
  expect((await world.remove(webhookId)).status).toBe(204);
  expectProblem(await world.remove(webhookId), 404, 'not-found');
  expectProblem(await world.remove(UNKNOWN), 404, 'not-found');
  await world.bringAbout();
  await world.kit.settle();
  expect(world.arrived('/deleted')).toHaveLength(0);
  expectProblem(await world.send(UNKNOWN), 404, 'not-found');
});

test('409: there are twenty at most, however many calls come at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, at) => world.create(`${world.receiver.url}/many-${at}`)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  for (const answer of answers.filter(({ status }) => status !== 201))
    expectProblem(answer, 409, 'state-conflict');
});

test('what is done to endpoints stands in the audit log, without their secrets', async () => {
  const { webhookId } = await world.endpoint('/audited');
  await world.send(webhookId);
  await world.remove(webhookId);
  const { entries } = (
    await world.one.call('GET', `/api/audit?target=${webhookId}`, { token: world.one.admin })
  ).body;
  expect(
    entries.map(({ action, actor, details }: Record<string, unknown>) => [action, actor, details]),
  ).toEqual([
    ['noticeWebhooks.delete', 'admin', {}],
    ['noticeWebhooks.test', 'admin', { status: 204 }],
    ['noticeWebhooks.create', 'admin', { origin: world.receiver.url }],
  ]);
});
