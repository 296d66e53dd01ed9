import { createHmac } from 'node:crypto';
import { DomainError } from '@codemetrics/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { gitlabSource } from './index.ts';
import { project, SHA } from './test-events.ts';

type Headers = Record<string, string | undefined>;
const verify = (secret: string, headers: Headers, body = '{}') =>
  gitlabSource.verify(secret, { headers, body });

describe('proof', () => {
  test('a secret token is sent as it is', () => {
    const token = (sent?: string) => verify('a secret token', { 'x-gitlab-token': sent });
    expect([token('a secret token'), token('a secret toke'), token(''), token(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(verify('', { 'x-gitlab-token': '' })).toBe(false);
  });

  test('a signing token signs the id, the time and the body, and is never taken as it is', () => {
    const key = Buffer.alloc(32, 7);
    const secret = `whsec_${key.toString('base64')}`;
    const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64');
    const headers = { 'webhook-id': 'd-1', 'webhook-timestamp': '1772366400' };
    const signature = (value?: string, body = '{}') =>
      verify(secret, { ...headers, 'webhook-signature': value }, body);
    const right = `v1,${sign('d-1.1772366400.{}')}`;
    expect([signature(right), signature(`v1a,x v1,${sign('other')} ${right}`)]).toEqual([true, true]);
    expect(signature(right, '{} ')).toBe(false);
    for (const wrong of [undefined, '', 'v1,', right.slice(0, -1), right.replace('v1', 'v2'), ' '.repeat(99)])
      expect(signature(wrong)).toBe(false);
    expect(verify(secret, { ...headers, 'webhook-id': 'd-2', 'webhook-signature': right })).toBe(false);
    expect(verify(secret, { 'webhook-signature': right })).toBe(false);
    expect(verify(secret, { 'x-gitlab-token': secret })).toBe(false);
  });
});

test('a delivery is told by what stays the same for every try', () => {
  const head = (headers: Headers) => gitlabSource.head({ headers, body: '' }, null);
  expect(
    head({ 'x-gitlab-event': 'Push Hook', 'idempotency-key': 'd-1', 'x-gitlab-event-uuid': 'shared' }),
  ).toEqual({ event: 'Push Hook', deliveryId: 'd-1' });
  expect(head({ 'webhook-id': 'd-2' })).toEqual({ event: 'unknown', deliveryId: 'd-2' });
  expect(head({ 'x-gitlab-event-uuid': 'shared' }).deliveryId).toBeNull();
});

test('other events carry nothing; a malformed payload is refused by its path', () => {
  for (const event of ['Note Hook', 'System Hook', 'Tag Push Hook', 'constructor', 'unknown'])
    expect(gitlabSource.map(event, {}, {})).toEqual([]);
  expect(refusalOf(gitlabSource, 'Push Hook', { ref: 'refs/heads/main', project: {} })).toContain(
    'malformed-body: project.path_with_namespace',
  );
  const deployment = { project, status: 'success', deployment_id: 1, status_changed_at: 'soon' };
  expect(refusalOf(gitlabSource, 'Deployment Hook', deployment)).toBe(
    'malformed-body: status_changed_at: must be a time',
  );
});

test('no payload makes it throw anything but a refusal, and every row fits its contract', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue(), fc.constant('x'.repeat(5000)));
  const words = ['opened', 'closed', 'merged', 'success', 'failed', 'approved', 'unapproved', 'Incident'];
  const fields = fc.dictionary(
    fc.constantFrom(
      ...['title', 'description', 'state', 'status', 'action', 'name', 'ref', 'sha', 'url', 'type'],
      ...['severity', 'user', 'labels', 'runner', 'builds', 'commits', 'changes', 'updated_at', 'closed_at'],
      ...['build_name', 'build_stage', 'environment', 'environment_tier', 'commit_url', 'project_name'],
    ),
    fc.oneof(value, fc.constantFrom(...words)),
  );
  const at = '2026-03-01 10:00:00 UTC';
  const base = {
    ...{ project, ref: 'refs/heads/x', status: 'success', deployment_id: 1, status_changed_at: at },
    ...{ build_id: 1, build_status: 'failed', pipeline_id: 2 },
  };
  const attributes = { id: 1, iid: 2, state: 'opened', status: 'success', created_at: at, sha: SHA };
  fc.assert(
    fc.property(
      fc.constantFrom(...gitlabSource.events),
      fc.oneof(fc.jsonValue(), fc.tuple(fields, fields)),
      (event, sent) => {
        const content = !Array.isArray(sent)
          ? sent
          : { ...base, ...(sent[0] as object), object_attributes: { ...attributes, ...(sent[1] as object) } };
        try {
          mapChecked(gitlabSource, event, content);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      },
    ),
    { numRuns: 800 },
  );
});
