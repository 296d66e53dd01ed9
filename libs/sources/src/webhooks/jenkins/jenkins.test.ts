import { describe, expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { jenkinsSource } from './index.ts';
import { notification } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const END = new Date('2026-03-01T12:02:00Z');

const map = (build: Json = {}, whole: Json = {}) => {
  const content = notification(build, whole);
  const { event } = jenkinsSource.head({ headers: {}, body: '' }, content);
  return mapChecked(jenkinsSource, event, content)[0];
};
const run = (build: Json = {}, whole: Json = {}) => map(build, whole)?.runs?.[0];

describe('a build', () => {
  test('that has ended', () => {
    expect(map()).toEqual({
      repository: 'acme/shop-api',
      runs: [
        {
          externalId: 'shop/api#12',
          source: 'jenkins',
          repository: 'acme/shop-api',
          job: 'shop/api',
          branch: 'main',
          commit: '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e',
          status: 'completed',
          conclusion: 'success',
          attempt: 1,
          queuedAt: null,
          startedAt: new Date('2026-03-01T12:00:00Z'),
          finishedAt: END,
          url: 'https://ci.example.com/job/shop/job/api/12/',
        },
      ],
    });
  });

  test('its timestamp is what its phase says', () => {
    expect(run({ phase: 'QUEUED' })).toMatchObject({ status: 'queued', queuedAt: END, startedAt: null });
    expect(run({ phase: 'started' })).toMatchObject({ status: 'running', startedAt: END, finishedAt: null });
    expect(run({ phase: 'FINALIZED' })).toEqual(run());
    expect(run({ phase: 'STARTED', status: 'SUCCESS' })).toMatchObject({ conclusion: null });
  });

  test('a time that Jenkins doesn’t know is none', () => {
    expect(map({ phase: 'QUEUED', timestamp: 0 })).toBeUndefined();
    expect(run({ duration: 0 })).toMatchObject({ startedAt: null, finishedAt: END });
    expect(run({ timestamp: 5, duration: 10 })).toMatchObject({ startedAt: null });
  });

  test('every result has one of ours; a new one is neutral', () => {
    const conclusion = (status: unknown) => run({ status })?.conclusion;
    expect(['SUCCESS', 'FAILURE', 'UNSTABLE', 'ABORTED', 'NOT_BUILT'].map(conclusion)).toEqual([
      'success',
      'failure',
      'failure',
      'cancelled',
      'skipped',
    ]);
    expect([null, undefined, 'BRAND_NEW', 'constructor'].map(conclusion)).toEqual(Array(4).fill('neutral'));
  });

  test('a branch of a multibranch pipeline counts to the pipeline', () => {
    const url = 'job/acme/job/shop/job/feature%252Ffast/';
    expect(run({ scm: { branch: 'feature/fast' } }, { url })).toMatchObject({
      externalId: 'acme/shop/feature%2Ffast#12',
      job: 'acme/shop',
      branch: 'feature/fast',
    });
    expect(run({ scm: { branch: 'detached' } })).toMatchObject({ branch: null, job: 'shop/api' });
  });

  test('without a repository it is of its job and the folders above', () => {
    expect(map({ scm: {} })).toMatchObject({
      services: ['shop/api', 'shop'],
      runs: [{ repository: 'shop', commit: null }],
    });
    expect(map({ scm: null, url: null, full_url: null }, { url: null, name: 'lone' })).toMatchObject({
      services: ['lone'],
      runs: [{ externalId: 'lone#12', repository: 'lone', job: 'lone', url: null }],
    });
  });

  test('a path that is over-long keeps an id of its own', () => {
    const deep = (last: string) => run({}, { url: `job/${'x'.repeat(250)}/job/${last}/` })?.externalId;
    expect(deep('a')).toHaveLength(200);
    expect(deep('a')).not.toBe(deep('b'));
    expect(deep('a')).toBe(deep('a'));
  });
});

test('a payload that is none names its field; other phases carry nothing', () => {
  const refused = (build: Json, whole: Json = {}) =>
    refusalOf(jenkinsSource, 'COMPLETED', notification(build, whole));
  expect(refused({ number: 'x' })).toMatch(/^malformed-body: build\.number: /);
  expect(refused({ timestamp: 'now' })).toMatch(/^malformed-body: build\.timestamp: /);
  expect(refused({ url: null, full_url: null }, { url: null, name: ' ' })).toMatch(/^malformed-body: url: /);
  expect(refused({ phase: 'NONE' })).toBe('accepted: []');
  expect(jenkinsSource.map('NONE', null, {})).toEqual([]);
});
