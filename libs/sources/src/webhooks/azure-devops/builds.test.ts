import { describe, expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { azureDevopsSource } from './index.ts';
import { build, runChange } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const map = (content: Json) => mapChecked(azureDevopsSource, String(content['eventType']), content)[0];
const run = (content: Json) => map(content)?.runs?.[0];

describe('a build', () => {
  test('is a run of its definition', () => {
    expect(map(build())).toEqual({
      repository: 'Shop/api',
      runs: [
        {
          externalId: '12',
          source: 'azure-devops',
          repository: 'Shop/api',
          job: 'api-ci',
          runner: 'Azure Pipelines',
          branch: 'main',
          commit: '40c59264e73fc5e1a6cab192f1622d26b7bd5c2a',
          event: 'individualCI',
          status: 'completed',
          conclusion: 'success',
          attempt: 1,
          queuedAt: new Date('2026-03-01T11:59:30.223Z'),
          startedAt: new Date('2026-03-01T12:00:00Z'),
          finishedAt: new Date('2026-03-01T12:04:12Z'),
          actor: { name: 'Jo', kind: 'user' },
          url: 'https://dev.azure.com/acme/Shop/_build/results?buildId=12',
        },
      ],
    });
  });

  test('every result has one of ours; what partly succeeded, and a new one, is neutral', () => {
    const conclusion = (result: unknown) => run(build({ result }))?.conclusion;
    expect(
      ['succeeded', 'failed', 'canceled', 'partiallySucceeded', 'none', null, 'valueOf'].map(conclusion),
    ).toEqual(['success', 'failure', 'cancelled', 'neutral', 'neutral', 'neutral', 'neutral']);
  });

  test('of a XAML pipeline has its result as its status, and its code in one text', () => {
    const old = {
      status: 'failed',
      result: undefined,
      sourceBranch: undefined,
      sourceVersion: undefined,
      sourceGetVersion: 'LG:refs/heads/main:600c52d2d5b655caa111abfd863e5a9bd304bb0e',
      repository: undefined,
      project: undefined,
    };
    expect(map(build(old))).toMatchObject({
      services: ['api-ci', 'be9b3917-87e6-42a4-a549-2bc06a7a878f'],
      runs: [{ conclusion: 'failure', branch: 'main', commit: '600c52d2d5b655caa111abfd863e5a9bd304bb0e' }],
    });
  });

  test('of another host belongs to the repository there', () => {
    for (const repository of [
      { id: 'acme/shop', type: 'GitHub' },
      { id: 'acme/shop', type: 'GitHub', name: 'acme/shop', url: 'https://github.com/acme/shop.git' },
      { id: 'x', type: 'Git', name: 'Git', url: 'https://gitlab.com/acme/shop.git' },
    ])
      expect(map(build({ repository }))?.repository).toBe('acme/shop');
  });

  test('what Azure DevOps does by itself is done by a bot, and its first day is no time', () => {
    const requestedFor = { displayName: 'Shop Build Service (acme)' };
    expect(run(build({ requestedFor }))?.actor?.kind).toBe('bot');
    const never = '0001-01-01T00:00:00';
    expect(run(build({ queueTime: never, startTime: never, finishTime: never }))).toMatchObject({
      queuedAt: null,
      startedAt: null,
      finishedAt: new Date('2026-03-01T12:30:00.123Z'),
    });
  });
});

describe('a run of a pipeline', () => {
  test('is the run of its build', () => {
    expect(map(runChange())).toMatchObject({
      services: ['api-ci', 'be9b3917-87e6-42a4-a549-2bc06a7a878f'],
      runs: [
        {
          externalId: '12',
          job: 'api-ci',
          status: 'running',
          conclusion: null,
          queuedAt: new Date('2026-03-01T12:29:00Z'),
          startedAt: new Date('2026-03-01T12:30:00.123Z'),
          finishedAt: null,
        },
      ],
    });
  });

  test('names its repository where Azure DevOps does', () => {
    const repositories = [
      { type: 'Git', change: { version: 'abcdef12' }, url: 'https://dev.azure.com/acme/Shop/_git/api' },
    ];
    const ended = { state: 'completed', result: 'failed', finishedDate: '2026-03-01T12:29:50Z' };
    expect(map(runChange(ended, { repositories }))).toMatchObject({
      repository: 'Shop/api',
      runs: [{ status: 'completed', conclusion: 'failure', commit: 'abcdef12', startedAt: null }],
    });
  });
});

test('a payload that is none names its field; other events carry nothing', () => {
  expect(refusalOf(azureDevopsSource, 'build.complete', build({ id: null }))).toMatch(
    /^malformed-body: resource\.id: /,
  );
  expect(refusalOf(azureDevopsSource, 'build.complete', build({ startTime: 'soon' }))).toBe(
    'malformed-body: resource.startTime: must be a time',
  );
  expect(refusalOf(azureDevopsSource, 'build.complete', { eventType: 'build.complete' })).toMatch(
    /^malformed-body: resource: /,
  );
  expect(azureDevopsSource.map('tfvc.checkin', null, {})).toEqual([]);
});
