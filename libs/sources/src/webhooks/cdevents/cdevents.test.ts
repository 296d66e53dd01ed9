import { DomainError } from '@codemetrics/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cdeventsSource } from './index.ts';
import { AT, cdEvent, mapEvent, refusal } from './test-events.ts';

const head = (payload: unknown, headers: Record<string, string> = {}) =>
  cdeventsSource.head({ headers, body: JSON.stringify(payload) }, payload);
const verify = (authorization?: string, secret = 's3cret') =>
  cdeventsSource.verify(secret, {
    headers: authorization === undefined ? {} : { authorization },
    body: '{}',
  });

describe('proof', () => {
  test('the secret as bearer token is accepted', () => {
    expect(verify('Bearer s3cret')).toBe(true);
    expect(verify('bearer  s3cret')).toBe(true);
  });

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    's3cret',
    'Basic s3cret',
    'Bearer other',
    'Bearer s3cret x',
  ])('%j is refused', (authorization) => expect(verify(authorization)).toBe(false));

  test('an empty secret accepts nothing', () => expect(verify('Bearer ', '')).toBe(false));
});

describe('how an event is carried', () => {
  const event = cdEvent('pipelinerun.started', { pipelineName: 'release' });
  const headers = {
    'ce-type': 'dev.cdevents.pipelinerun.started.0.2.0',
    'ce-id': 'event-1',
    'ce-source': '/ci/tekton',
  };
  const cloudEvent = {
    specversion: '1.0',
    type: headers['ce-type'],
    id: 'event-1',
    source: '/ci/tekton',
    time: AT,
  };

  test('binary and structured mode give the same rows and the same delivery', () => {
    const rows = mapEvent(event, headers);
    expect(rows.runs).toHaveLength(1);
    expect(mapEvent({ ...cloudEvent, data: event })).toEqual(rows);
    expect(head({ ...cloudEvent, data: event })).toEqual(head(event, headers));
    expect(head(event)).toEqual({
      event: 'dev.cdevents.pipelinerun.started',
      deliveryId: '/ci/tekton#event-1 dev.cdevents.pipelinerun.started',
    });
  });

  test('what the event leaves out is taken from the CloudEvent around it', () => {
    const { subject } = event as { subject: { content: object } };
    const bare = { subject: { content: subject.content } };
    const around = { 'ce-time': AT, 'ce-subject': 'subject-7', ...headers };
    expect(mapEvent(bare, around)).toEqual(mapEvent(event));
    expect(mapEvent({ ...cloudEvent, subject: 'subject-7', data: bare })).toEqual(mapEvent(event));
  });

  test('every version of a type is the same event, and ids of any length make an id of a delivery', () => {
    for (const version of ['0.1.0-draft', '0.3.0', 'v1'])
      expect(head({ context: { type: `dev.cdevents.change.merged.${version}` } })).toEqual({
        event: 'dev.cdevents.change.merged',
        deliveryId: null,
      });
    const long = cdEvent('pipelinerun.started', {}, { context: { id: 'x'.repeat(5000) } });
    expect(head(long).deliveryId).toHaveLength(200);
    expect(head(long)).toEqual(head(structuredClone(long)));
  });

  test('events that carry nothing to store map to nothing', () => {
    for (const name of [
      'testsuiterun.finished',
      'service.removed',
      'service.published',
      'artifact.signed',
      'x.y',
    ])
      expect(mapEvent(cdEvent(name))).toEqual({});
    expect(head({ type: 'com.example.other' }, {})).toEqual({ event: 'unknown', deliveryId: null });
    expect(head([], { 'ce-type': 'com.example.other' }).event).toBe('com.example.other');
  });
});

test('a malformed event is refused by its field', () => {
  expect(refusal(cdEvent('build.started', {}, { context: { timestamp: 'soon' } }))).toBe(
    'malformed-body: context.timestamp: must be a time',
  );
  expect(refusal(cdEvent('build.started', {}, { subject: { id: ' ' } }))).toBe(
    'malformed-body: subject.id: must not be empty',
  );
  expect(refusal(cdEvent('build.started', { pipelineRun: 7 }))).toMatch(
    /^malformed-body: subject\.content\.pipelineRun: /,
  );
});

test('no payload makes it throw anything but a refusal, and every row fits its contract', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('pkg:a/%', 'https://github.com/a/b', 'a#'.repeat(300)),
  );
  const value = fc.oneof(text, fc.jsonValue());
  const anything = fc.dictionary(
    fc.constantFrom(
      'id',
      'source',
      'outcome',
      'uri',
      'artifactId',
      'repository',
      'pipelineRun',
      'environment',
      'labels',
      'summary',
    ),
    value,
  );
  const hostile = fc.tuple(
    fc.constantFrom(...cdeventsSource.events),
    anything,
    fc.record({ id: text, source: text }, { requiredKeys: [] }),
    value,
  );
  fc.assert(
    fc.property(hostile, ([type, content, subject, customData]) => {
      const payload = cdEvent(type.slice('dev.cdevents.'.length), content, { subject, customData });
      try {
        mapEvent(payload);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
      }
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('ce-type', 'ce-id'), fc.string()),
      (payload, headers) => {
        expect(head(payload, headers).event).not.toBe('');
        for (const event of cdeventsSource.events)
          try {
            cdeventsSource.map(event, payload, headers);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
          }
      },
    ),
  );
});
