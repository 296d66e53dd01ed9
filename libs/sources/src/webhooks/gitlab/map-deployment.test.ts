import { expect, test } from 'vitest';
import { mapEvent, project, SHA } from './test-events.ts';

test('Deployment Hook: whole hash from the commit’s address, production by its tier or name', () => {
  const deployment = (over: object = {}) =>
    mapEvent('Deployment', {
      ...{ project, deployment_id: 15, status: 'success', status_changed_at: '2026-03-01 21:50:00 +0200' },
      ...{ environment: 'live-eu', environment_tier: 'production', short_sha: 'aaaaaaaa' },
      ...{ commit_url: `https://gitlab.example/acme/web/shop/-/commit/${SHA}`, ...over },
    })?.deployments![0];
  expect(deployment()).toMatchObject({
    ...{ externalId: '15', commit: SHA, production: true, status: 'success', environment: 'live-eu' },
    finishedAt: new Date('2026-03-01T19:50:00Z'),
  });
  expect(deployment({ status: 'running', environment_tier: 'staging' })).toMatchObject({
    ...{ status: 'running', production: false, finishedAt: null },
    startedAt: new Date('2026-03-01T19:50:00Z'),
  });
  expect(deployment({ environment_tier: undefined })).toMatchObject({ production: null });
  expect(deployment({ status: 'unheard of' })).toBeUndefined();
});

test('every word about a deployment names the same one, so that the last one stands', () => {
  const told = ['created', 'blocked', 'running', 'success', 'failed', 'canceled'].map(
    (status) =>
      mapEvent('Deployment', {
        ...{ project, deployment_id: 15, status, status_changed_at: '2026-03-01 21:50:00 UTC' },
        ...{ environment: 'live', short_sha: 'aaaaaaaa', environment_external_url: 'https://shop.example' },
      })!.deployments![0]!,
  );
  expect(told.map(({ status }) => status)).toEqual([
    'queued',
    'queued',
    'running',
    'success',
    'failure',
    'cancelled',
  ]);
  for (const { externalId, commit, url } of told)
    expect([externalId, commit, url]).toEqual(['15', 'aaaaaaaa', 'https://shop.example']);
});
