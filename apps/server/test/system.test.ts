import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '@codemetrics/contracts';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
const guardedMetrics = useServer({ env: { METRICS_TOKEN: 'a-metrics-token-for-tests' } });

describe('GET /api/system/config', () => {
  test('200: the workloads that the caller may see, with their jobs and branches, and the catalogue', async () => {
    const { admin, call, createWorkload, serviceToken } = server();
    await createWorkload('seen', { tags: { department: 'sales' } });
    await createWorkload('unseen');
    await call('POST', '/api/pipeline/runs', {
      token: admin,
      json: { runs: [aPipelineRun({ workload: 'seen', job: 'lint', branch: 'main' })] },
    });
    const { token } = await serviceToken({ workloads: ['seen'] });
    const { body } = await call('GET', '/api/system/config', { token });
    expect(body.workloads).toEqual([
      {
        id: 'seen',
        name: 'seen',
        description: '',
        tags: { department: 'sales' },
        repositoryGroups: [],
        jobs: ['lint'],
        branches: ['main'],
      },
    ]);
    expect(body.queries.map((one: { id: string }) => one.id)).toContain('code-coverage');
    expect(body.limits).toMatchObject({
      batchRows: 1000,
      rateLimit: null,
      serviceTokenSeconds: 365 * 86_400,
    });
  });

  test('401: without a credential', async () => {
    expectProblem(await server().call('GET', '/api/system/config'), 401, 'credential-missing');
  });
});

describe('health', () => {
  test('200: live and ready, without a credential', async () => {
    expect((await server().call('GET', '/api/health/live')).body).toEqual({ status: 'live' });
    expect((await server().call('GET', '/api/health/ready')).body).toEqual({
      status: 'ready',
      checks: { database: 'up' },
    });
  });
});

describe('GET /metrics', () => {
  test('200: Prometheus text with the requests by route', async () => {
    await server().call('GET', '/api/health/live');
    const answer = await server().call('GET', '/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.text).toMatch(
      /codemetrics_http_requests_total\{method="GET",route="\/api\/health\/live",status="200"\} \d+/,
    );
  });

  test('401: not to a forwarded request, which is not from loopback', async () => {
    expectProblem(
      await server().call('GET', '/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } }),
      401,
      'credential-missing',
    );
  });

  test('only with the token, where one is set', async () => {
    const { call } = guardedMetrics();
    expectProblem(await call('GET', '/metrics'), 401, 'credential-missing');
    expectProblem(await call('GET', '/metrics', { token: 'another-token' }), 401, 'credential-missing');
    expect((await call('GET', '/metrics', { token: 'a-metrics-token-for-tests' })).status).toBe(200);
  });
});

describe('the pages', () => {
  test('/docs loads nothing from elsewhere and allows no other script than its own', async () => {
    const answer = await server().call('GET', '/docs/');
    expect(answer.status).toBe(200);
    expect(answer.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self'( 'sha256-[^']+')+;/);
  });

  test('/problems tells every code', async () => {
    const { text } = await server().call('GET', '/problems');
    for (const code of Object.keys(PROBLEMS)) expect(text).toContain(`id="${code}"`);
  });

  test('/api/openapi.json is a 3.1 document, without a credential', async () => {
    expect((await server().call('GET', '/api/openapi.json')).body.openapi).toMatch(/^3\.1/);
  });
});
