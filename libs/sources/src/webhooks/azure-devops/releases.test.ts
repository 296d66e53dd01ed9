import { expect, test } from 'vitest';
import { mapChecked } from '../map-checked.ts';
import { azureDevopsSource } from './index.ts';
import { deployment } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const AT = new Date('2026-03-01T12:30:00.123Z');
const map = (event: string, environment: Json = {}, resource: Json = {}) =>
  mapChecked(
    azureDevopsSource,
    `ms.vss-release.deployment-${event}-event`,
    deployment(event, environment, resource),
  );
const row = (event: string, environment: Json = {}, resource: Json = {}) =>
  map(event, environment, resource)[0]?.deployments?.[0];

test('a deployment is of its project where the event names no repository', () => {
  expect(map('completed')).toEqual([
    {
      services: ['Shop', 'Shop.CD', 'be9b3917-87e6-42a4-a549-2bc06a7a878f'],
      deployments: [
        {
          externalId: 'release-5-51-1',
          source: 'azure-devops',
          repository: 'Shop',
          environment: 'Production',
          production: null,
          commit: null,
          status: 'success',
          startedAt: null,
          finishedAt: AT,
          url: 'https://acme.visualstudio.com/_release?releaseId=5',
        },
      ],
    },
  ]);
});

test('its start and its end are one deployment, and another try is another', () => {
  expect(row('started', { status: 'inProgress' })).toMatchObject({
    externalId: 'release-5-51-1',
    status: 'running',
    startedAt: AT,
  });
  const again = { attempt: 2, startedOn: '2026-03-01T12:10:00Z', completedOn: '2026-03-01T12:20:00Z' };
  expect(row('completed', {}, { deployment: again })).toMatchObject({
    externalId: 'release-5-51-2',
    startedAt: new Date('2026-03-01T12:10:00Z'),
    finishedAt: new Date('2026-03-01T12:20:00Z'),
  });
  expect(row('completed', { deploySteps: [{ attempt: 1 }, { attempt: 3 }] })?.externalId).toBe(
    'release-5-51-3',
  );
});

test('each repository of a release has its row and its commit', () => {
  const artifact = (type: string, definitionReference: Json) => ({ type, definitionReference });
  const artifacts = [
    artifact('Build', {
      definition: { id: '5', name: 'api-ci' },
      project: { id: 'p', name: 'Shop' },
      repository: { id: 'r', name: 'api' },
      sourceVersion: { id: 'A'.repeat(40), name: '' },
    }),
    artifact('GitHub', {
      definition: { id: 'acme/web', name: 'acme/web' },
      version: { id: 'b'.repeat(40), name: 'bbbb' },
    }),
    artifact('Nuget', { definition: { name: 'Shop.Client' }, version: { id: '1.2.3' } }),
    { type: 'Build', definitionReference: 7 },
  ];
  const rows = map('completed', {}, { deployment: { release: { artifacts } } });
  expect(rows.map(({ repository, deployments }) => [repository, deployments?.[0]?.commit])).toEqual([
    ['Shop/api', 'a'.repeat(40)],
    ['acme/web', 'b'.repeat(40)],
  ]);
});

test('every state has one of ours; one that is no end carries nothing', () => {
  const status = (word: unknown) => row('completed', { status: word })?.status;
  expect(['succeeded', 'partiallySucceeded', 'rejected', 'failed', 'canceled'].map(status)).toEqual([
    'success',
    'success',
    'failure',
    'failure',
    'cancelled',
  ]);
  for (const word of ['undefined', 'inProgress', 'toString', null]) expect(status(word)).toBeUndefined();
});
