import { describe, expect, test } from 'vitest';
import { AUDIENCE, exchange, lastAudit, newKey, signJob, startIssuer, trust, trusted } from './ci-kit.ts';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const GITHUB = 'https://token.actions.githubusercontent.com';
const GITLAB = 'https://gitlab.com';

const server = useServer({ env: { OUTBOUND_ALLOWED: '10.1.0.0/16, 127.0.0.1/32' } });
let counter = 0;
const fresh = (): string => `trust-${++counter}`;
const make = (over: Record<string, unknown>, token?: string) =>
  trust(server(), { name: fresh(), issuer: GITHUB, ...over }, token);

describe('trusting a CI system', () => {
  test('201 with all that it is, and an audit entry; it is listed by name', async () => {
    await server().createWorkload('my-team');
    const json = {
      name: 'a-first',
      issuer: GITHUB,
      audience: AUDIENCE,
      claims: { repository: 'acme/shop-api', ref: 'refs/heads/*' },
      scopes: ['data:write', 'data:read'],
      workloads: ['my-team'],
      lifetimeSeconds: 300,
    };
    const { status, body } = await server().call('POST', '/api/ci-identities', {
      token: server().admin,
      json,
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      ...json,
      identityId: expect.any(String),
      createdBy: 'admin',
      created: expect.any(String),
      lastUsed: null,
      useCount: 0,
    });
    expect(await lastAudit(server())).toMatchObject({
      actor: 'admin',
      action: 'ciIdentities.create',
      target: body.identityId,
      outcome: 'success',
      details: { ...json },
    });
    const list = await server().call('GET', '/api/ci-identities', { token: server().admin });
    expect(list.body.identities[0]).toEqual(body);
  });

  test('the longest life is 15 minutes, and the default', async () => {
    expect((await make({})).body).toMatchObject({ lifetimeSeconds: 900, workloads: null });
    for (const lifetimeSeconds of [901, 59, 0, -1, 60.5, '900'])
      expectProblem(await make({ lifetimeSeconds }), 400, 'invalid-input');
  });

  test('two can’t have one name: 409', async () => {
    expect((await make({ name: 'twice' })).status).toBe(201);
    expectProblem(await make({ name: 'twice' }), 409, 'conflict');
  });

  test('nobody gives more than they have, and only to workloads that there are', async () => {
    expectProblem(await make({ scopes: ['tokens:manage'] }), 403, 'grant-exceeds-maker');
    expectProblem(await make({ scopes: ['users:manage'] }), 403, 'grant-exceeds-maker');
    expectProblem(await make({ workloads: ['nowhere'] }), 404, 'workload-not-found');
    const limited = await server().signIn({ username: 'limited', role: 'admin', workloads: ['my-team'] });
    expectProblem(await make({ workloads: ['other'] }, limited.token), 403, 'workload-forbidden');
    expect((await make({ workloads: ['my-team'] }, limited.token)).status).toBe(201);
  });

  test('only administrators may', async () => {
    const { token } = await server().signIn({ username: 'editing', role: 'editor' });
    expect(expectProblem(await make({}, token), 403, 'scope-missing').detail).toContain('users:manage');
    const service = await server().serviceToken();
    expectProblem(await make({}, service.token), 403, 'session-required');
  });

  test.each([
    ['https://ci.example/tenant', 'ok'],
    ['http://10.1.0.1:8080/gitlab', 'ok'],
    ['https://localhost:8443', 'ok'],
    // A name is judged once it is called.
    ['http://gitlab.internal', 'ok'],
    ['http://10.2.0.1', 'url-forbidden'],
    ['https://10.2.0.1', 'url-forbidden'],
    ['https://169.254.169.254', 'url-forbidden'],
    ['http://1.1.1.1', 'url-forbidden'],
    ['https://user:pass@ci.example', 'url-forbidden'],
  ])('the issuer %s: %s', async (issuer, wanted) => {
    const answer = await make({ issuer });
    if (wanted === 'ok') expect(answer.status, answer.text).toBe(201);
    else expectProblem(answer, 400, 'url-forbidden');
  });

  test.each([
    'https://ci.example?x',
    'https://ci.example#x',
    'ftp://ci.example',
    'ci.example',
    'https://ci.example/ä',
    '',
  ])('issuer %j: 400', async (issuer) => void expectProblem(await make({ issuer }), 400, 'invalid-input'));
});

describe('what a trust must bind', () => {
  test.each([
    [GITHUB, {}],
    [GITHUB, { repository: '*' }],
    [GITHUB, { repository: '**' }],
    [GITHUB, { repository: 'acme/shop-api', ref: '*' }],
    [GITHUB, { repository: '*/shop-api' }],
    [GITHUB, { repository: 'acme*/shop-api' }],
    [GITHUB, { repository: 'acme*' }],
    [GITHUB, { repository: 'acme' }],
    [GITHUB, { repository_owner: 'acme*' }],
    [GITHUB, { repository_owner: '*acme' }],
    [GITHUB, { repository_owner_id: '65*' }],
    [GITHUB, { ref: 'refs/heads/main' }],
    [GITHUB, { actor: 'octocat' }],
    [GITHUB, { workflow: 'CI', environment: 'production' }],
    // A workflow that others may call names its own repository, not theirs.
    [GITHUB, { job_workflow_ref: 'acme/shop-api/.github/workflows/ci.yml@refs/heads/main' }],
    [GITHUB, { sub: 'repo:*' }],
    [GITHUB, { sub: 'repo:acme*' }],
    [GITHUB, { sub: 'repo:acme*/shop-api:ref:refs/heads/main' }],
    [GITHUB, { sub: 'repo:*/shop-api:ref:refs/heads/main' }],
    [GITHUB, { sub: '*:ref:refs/heads/main' }],
    // A repository can choose such a subject for itself.
    [GITHUB, { sub: 'environment:production' }],
    [GITHUB, { sub: 'environment:x:repo:acme/shop-api' }],
    [GITHUB, { sub: 'repository_owner:acme*' }],
    [`${GITHUB}/an-enterprise`, { ref: 'refs/heads/main' }],
    [GITLAB, { ref: 'main' }],
    [GITLAB, { user_login: 'somebody' }],
    [GITLAB, { project_path: '*' }],
    [GITLAB, { project_path: '*/api' }],
    [GITLAB, { project_path: 'acme*/api' }],
    [GITLAB, { project_path: 'acme*' }],
    [GITLAB, { namespace_path: 'acme*' }],
    [GITLAB, { namespace_path: '*/shop' }],
    [GITLAB, { project_id: '2*' }],
    [GITLAB, { sub: 'project_path:acme*' }],
    [GITLAB, { sub: 'project_path:*/api:ref_type:branch:ref:main' }],
    ['https://ci.example', {}],
    ['https://ci.example', { sub: '*' }],
    ['https://ci.example', { project: 'x', sub: '***' }],
  ])('%s %j leaves open who may come: 400', async (issuer, claims) => {
    const { errors } = expectProblem(await make({ issuer, claims }), 400, 'invalid-input');
    expect(errors![0]!.path).toBe('claims');
  });

  test.each([
    [GITHUB, { repository: 'acme/shop-api' }],
    [GITHUB, { repository: 'acme/*', ref: 'refs/heads/main' }],
    [GITHUB, { repository_owner: 'acme' }],
    [GITHUB, { repository_owner_id: '65' }],
    [GITHUB, { repository_id: '74' }],
    [GITHUB, { sub: 'repo:acme/shop-api:ref:refs/heads/main' }],
    [GITHUB, { sub: 'repo:acme/*:environment:production' }],
    [GITHUB, { sub: 'repository_owner:acme' }],
    [GITHUB, { sub: 'repository_owner:acme:*' }],
    [GITLAB, { project_path: 'acme/*' }],
    [GITLAB, { namespace_path: 'acme' }],
    [GITLAB, { namespace_path: 'acme/*' }],
    [GITLAB, { project_id: '20' }],
    [GITLAB, { sub: 'project_path:acme/shop/*:ref_type:branch:ref:main' }],
    ['https://ci.example', { organization: 'acme' }],
    ['https://ci.example', { 'https://ci.example/claims/project': 'a*' }],
  ])('%s %j names an owner: 201', async (issuer, claims) => {
    expect((await make({ issuer, claims })).status).toBe(201);
  });

  test.each([
    { iss: 'x' },
    { aud: 'x' },
    { exp: '1' },
    { jti: 'x' },
    { repository: '' },
    { repository: 5 },
    { repository: 'a\u0000b/c' },
    { repository: ['acme/shop-api'] },
    { '': 'x' },
    { 'with blank': 'x' },
    { repository: `acme/${'a'.repeat(300)}` },
    Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`claim${at}`, 'x'])),
    ['repository'],
    'repository',
  ])('claims %j: 400', async (claims) => void expectProblem(await make({ claims }), 400, 'invalid-input'));
});

describe('ending a trust', () => {
  test('204, an audit entry, and it is gone; a second time 404', async () => {
    const identityId = await trusted(server(), { name: fresh(), issuer: GITHUB });
    const path = `/api/ci-identities/${identityId}`;
    expect((await server().call('DELETE', path, { token: server().admin })).status).toBe(204);
    expect(await lastAudit(server())).toMatchObject({ action: 'ciIdentities.delete', target: identityId });
    expectProblem(await server().call('DELETE', path, { token: server().admin }), 404, 'not-found');
    const list = await server().call('GET', '/api/ci-identities', { token: server().admin });
    expect(list.body.identities.map((one: { identityId: string }) => one.identityId)).not.toContain(
      identityId,
    );
  });

  test('who is no administrator sees their own alone, and another’s answers like none', async () => {
    const identityId = await trusted(server(), { name: fresh(), issuer: GITHUB });
    const own = await server().signIn({ username: 'demoted', role: 'admin' });
    const mine = (await make({}, own.token)).body.identityId as string;
    await server().call('PATCH', `/api/users/${own.userId}`, {
      token: server().admin,
      json: { role: 'viewer' },
    });
    const list = await server().call('GET', '/api/ci-identities', { token: own.token });
    expect(list.body.identities.map((one: { identityId: string }) => one.identityId)).toEqual([mine]);
    const remove = (id: string) => server().call('DELETE', `/api/ci-identities/${id}`, { token: own.token });
    expectProblem(await remove(identityId), 404, 'not-found');
    expect((await remove(mine)).status).toBe(204);
  });

  test('while a job trades its token, the trust ends after it or before, and no token outlives it', async () => {
    const key = await newKey('one');
    const issuer = await startIssuer([key]);
    for (let round = 0; round < 10; round++) {
      const identityId = await trusted(server(), { name: fresh(), issuer: issuer.url });
      const token = await signJob(key, { iss: issuer.url, sub: 'a job', repository: 'acme/shop-api' });
      const [answers] = await Promise.all([
        Promise.all(Array.from({ length: 4 }, () => exchange(server(), token))),
        server().call('DELETE', `/api/ci-identities/${identityId}`, { token: server().admin }),
      ]);
      for (const answer of answers) {
        if (answer.status !== 200) expectProblem(answer, 401, 'ci-token-refused');
        else
          expectProblem(
            await server().call('GET', '/api/session', { token: answer.body.access_token }),
            401,
            'credential-revoked',
          );
      }
    }
    await issuer.stop();
  });
});

test('there are at most 200 of them: 409', async () => {
  for (;;) {
    const answer = await make({});
    if (answer.status === 201) continue;
    expectProblem(answer, 409, 'state-conflict');
    break;
  }
  const list = await server().call('GET', '/api/ci-identities', { token: server().admin });
  expect(list.body.identities).toHaveLength(200);
});
