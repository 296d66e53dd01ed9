import { expect, test } from 'vitest';
import type { Operation } from '../document/operation.ts';
import { headersOf, targetOf } from './draft.ts';

const operation = { path: '/api/things/{id}' } as Operation;
const draft = (id: unknown, query: Record<string, unknown> = {}, headers: Record<string, unknown> = {}) => ({
  operation,
  arguments: [
    { parameter: { name: 'id', in: 'path' as const, schema: {} }, value: id },
    ...Object.entries(query).map(([name, value]) => ({
      parameter: { name, in: 'query' as const, schema: {} },
      value,
    })),
    ...Object.entries(headers).map(([name, value]) => ({
      parameter: { name, in: 'header' as const, schema: {} },
      value,
    })),
  ],
  body: undefined,
  headers: {},
});

test.each([
  [draft('a b/c?d#e'), '/api/things/a%20b%2Fc%3Fd%23e'],
  [draft('\u0000é'), '/api/things/%00%C3%A9'],
  [draft('\ud800'), '/api/things/%ed%a0%80'],
  [draft('👍'), '/api/things/%F0%9F%91%8D'],
  [draft({ a: 1 }), '/api/things/%7B%22a%22%3A1%7D'],
  [draft('a', { limit: 5, status: ['x', 'y'], left: undefined }), '/api/things/a?limit=5&status=x&status=y'],
])('a draft has the target of its arguments (%#)', (one, target) => {
  expect(targetOf(one)).toBe(target);
});

test('a header carries what a header can', () => {
  expect(headersOf(draft('a', {}, { 'X-Thing': 'a\r\nb\u0000ü€' }))).toEqual({ 'x-thing': 'abü' });
});
