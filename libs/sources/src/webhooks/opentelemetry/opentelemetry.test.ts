import { DomainError } from '@codemetrics/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapChecked } from '../map-checked.ts';
import { opentelemetrySource } from './index.ts';
import { at, mapExport, refusal, resource, span } from './test-exports.ts';

const verify = (headers: Record<string, string>, secret = 's3cret') =>
  opentelemetrySource.verify(secret, { headers, body: '{}' });
const head = (payload: unknown) => opentelemetrySource.head({ headers: {}, body: '' }, payload);
const RUN = { 'cicd.pipeline.run.id': '7', 'vcs.repository.name': 'shop' };

test('the secret proves an export as bearer token or in a header of its own', () => {
  expect(verify({ authorization: 'Bearer s3cret' })).toBe(true);
  expect(verify({ 'x-codemetrics-token': 's3cret' })).toBe(true);
  expect(verify({ authorization: 'Bearer other', 'x-codemetrics-token': 's3cret' })).toBe(true);
  for (const headers of [
    {},
    { authorization: 's3cret' },
    { 'x-codemetrics-token': '' },
    { authorization: 'Bearer other' },
  ])
    expect(verify(headers as Record<string, string>)).toBe(false);
  expect(verify({ 'x-codemetrics-token': '' }, '')).toBe(false);
});

test('the signal is told by the body, and only traces are read', () => {
  expect(head({ resourceSpans: [] })).toEqual({ event: 'traces', deliveryId: null });
  expect(head({ resourceMetrics: [] }).event).toBe('metrics');
  expect(head({ resourceLogs: [] }).event).toBe('logs');
  for (const none of [null, 7, [], {}, 'resourceSpans']) expect(head(none).event).toBe('unknown');
  expect(opentelemetrySource.map('metrics', { resourceMetrics: [] }, {})).toEqual([]);
  expect(opentelemetrySource.map('traces', { resourceSpans: [] }, {})).toEqual([]);
});

describe('forms of the same export', () => {
  const sent = span('a', '', [0, 60], { ...RUN, 'cicd.pipeline.result': 'success' });
  const rows = mapExport(resource({}, sent));

  test('the older name of scopes, numbers instead of texts and enums by name make no difference', () => {
    const older = { resource: { attributes: [] }, instrumentationLibrarySpans: [{ spans: [sent] }] };
    expect(mapExport(older)).toEqual(rows);
    const numbers = { startTimeUnixNano: at(0).getTime() * 1e6, endTimeUnixNano: at(60).getTime() * 1e6 };
    expect(mapExport(resource({}, { ...sent, ...numbers, parentSpanId: '0000000000000000' }))).toEqual(rows);
    expect(
      mapExport(resource({}, { ...sent, kind: 'SPAN_KIND_SERVER', status: { code: 'STATUS_CODE_OK' } })),
    ).toEqual(rows);
  });

  test('an export of several repositories gives the rows of each, and a span sent twice counts once', () => {
    const other = span('b', '', [0, 9], { ...RUN, 'vcs.repository.name': 'web' });
    const mapped = mapExport(resource({}, sent, other), resource({}, sent));
    expect(mapped.map((one) => [one.repository, one.runs?.length])).toEqual([
      ['shop', 1],
      ['web', 1],
    ]);
  });
});

test('a malformed export is refused by its field', () => {
  expect(refusal({ resourceSpans: 7 })).toMatch(/^malformed-body: resourceSpans: /);
  const broken = resource({}, span('a', '', [0, 1], RUN, { endTimeUnixNano: 'soon' }));
  expect(refusal({ resourceSpans: [broken] })).toBe(
    'malformed-body: resourceSpans.0.scopeSpans.0.spans.0.endTimeUnixNano: must be nanoseconds since 1970',
  );
  const late = resource({}, span('a', '', [0, 1], RUN, { endTimeUnixNano: '9'.repeat(20) }));
  expect(refusal({ resourceSpans: [late] })).toMatch(/endTimeUnixNano: must be nanoseconds since 1970$/);
});

test('an export of more than 10000 spans is refused', () => {
  const spans = Array.from({ length: 10_001 }, () => ({}));
  expect(refusal({ resourceSpans: [{ scopeSpans: [{ spans }] }] })).toBe(
    'malformed-body: resourceSpans: must not hold more than 10000 spans',
  );
});

test('no payload makes it throw anything but a refusal, and every row fits its contract', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1', 'deploy', 'https://github.com/a/b/actions/runs/1'),
  );
  const key = fc.constantFrom(
    'cicd.pipeline.run.id',
    'cicd.pipeline.task.run.id',
    'cicd.pipeline.task.name',
    'cicd.pipeline.task.type',
    'deployment.environment.name',
    'cicd.pipeline.run.queue.duration',
    'github.workflow.run.attempt',
    'vcs.repository.name',
    'vcs.repository.url.full',
    'vcs.ref.head.revision',
    'cicd.pipeline.task.run.url.full',
  );
  const values = fc.dictionary(key, text);
  const id = fc.constantFrom('', 'a', 'b', 'c');
  const spans = fc.array(fc.tuple(id, id, values), { maxLength: 6 });
  const resources = fc.array(fc.tuple(values, spans), { maxLength: 3 });
  fc.assert(
    fc.property(resources, (list) => {
      mapExport(
        ...list.map(([own, some]) => resource(own, ...some.map(([a, b, more]) => span(a, b, [0, 5], more)))),
      );
    }),
    { numRuns: 500 },
  );
  const field = fc.constantFrom(
    'resourceSpans',
    'resource',
    'attributes',
    'scopeSpans',
    'spans',
    'key',
    'value',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.jsonValue(),
      fc.array(tie('tree'), { maxLength: 2 }),
      fc.dictionary(field, tie('tree')),
    ),
  }));
  fc.assert(
    fc.property(tree, (payload) => {
      expect(head(payload).deliveryId).toBeNull();
      try {
        mapChecked(opentelemetrySource, 'traces', payload);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
      }
    }),
  );
});
