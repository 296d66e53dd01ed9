import { describe, expect, test } from 'vitest';
import { mapChecked, payload, refusal } from './test-payloads.ts';

const deployment = (object: string, changes: Record<string, unknown>) =>
  mapChecked('deployment_status', payload('deployment-status', object, changes))?.deployments[0];

describe('deployment_status', () => {
  test('a successful deployment', () => {
    expect(mapChecked('deployment_status', payload('deployment-status'))?.deployments).toEqual([
      {
        externalId: '42',
        source: 'github',
        repository: 'acme/shop-api',
        environment: 'eu-1',
        production: true,
        commit: '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e',
        status: 'success',
        startedAt: new Date('2026-03-01T12:05:00Z'),
        finishedAt: new Date('2026-03-01T12:07:00Z'),
        url: 'https://github.com/acme/shop-api/actions/runs/1/job/2',
      },
    ]);
  });

  test.each([
    ['queued', 'queued'],
    ['pending', 'queued'],
    ['waiting', 'queued'],
    ['in_progress', 'running'],
    ['failure', 'failure'],
    ['error', 'failure'],
  ])('%s becomes %s', (state, status) => {
    const finishedAt = status === 'failure' ? new Date('2026-03-01T12:07:00Z') : null;
    expect(deployment('deployment_status', { state })).toMatchObject({ status, finishedAt });
  });

  test('a state without an outcome is ignored', () => {
    for (const state of ['inactive', 'destroyed', 'toString'])
      expect(deployment('deployment_status', { state })).toBeUndefined();
  });

  test('production is only told where GitHub knows it', () => {
    for (const known of [false, null, undefined]) {
      expect(deployment('deployment', { production_environment: known })).toMatchObject({ production: null });
    }
  });

  test('the environment of the deployment stands in', () => {
    expect(deployment('deployment_status', { environment: null })).toMatchObject({ environment: 'eu' });
    expect(deployment('deployment_status', { environment: 'e'.repeat(500), log_url: 'x' })).toMatchObject({
      environment: 'e'.repeat(200),
      url: 'https://shop.example',
    });
    expect(refusal('deployment_status', payload('deployment-status', 'deployment', { sha: 1 }))).toMatch(
      /^malformed-body: deployment\.sha: /,
    );
  });
});
