import { expect, test } from 'vitest';
import { resolverOf } from '../document/json-schema.ts';
import { operationsOf } from '../document/operation.ts';
import { SMALL_DOCUMENT } from '../document/small-document.ts';
import { callArbitrary } from '../generate/call-arbitrary.ts';
import { validValues } from '../generate/schema-arbitrary.ts';
import { callSource } from './smallest-call.ts';

const resolve = resolverOf(SMALL_DOCUMENT.components!.schemas!);
const operations = operationsOf(SMALL_DOCUMENT);
const source = callSource(callArbitrary(operations, operations, validValues(resolve, new Map()), resolve));

test('a seed always makes the same calls, of all operations and kinds', async () => {
  const calls = await source.sample(5, 300);
  expect(await source.sample(5, 300)).toEqual(calls);
  expect(await source.sample(6, 300)).not.toEqual(calls);
  expect(new Set(calls.map((call) => call.operation))).toEqual(new Set(operations.map((one) => one.id)));
  const withLimit = calls.filter((call) => call.kind === 'valid' && call.target.includes('limit='));
  expect(withLimit.length).toBeGreaterThan(5);
  expect(new Set(calls.map((call) => call.kind))).toEqual(new Set(['valid', 'near-valid', 'hostile']));
});

test('a call is made again by its place, and made smaller while it fails', async () => {
  const calls = await source.sample(5, 60);
  for (const index of [0, 11, 37, 59]) {
    let first: unknown;
    await source.smallest(5, index, async (call) => (first ??= call) === undefined);
    expect(first).toEqual(calls[index]);
  }
  const index = calls.findIndex((call) => call.operation === 'getThing' && call.target.includes('limit='));
  const smallest = await source.smallest(5, index, async (call) => call.target.startsWith('/api/things/'));
  expect(smallest!.target.length).toBeLessThan(calls[index]!.target.length);
  expect(await source.smallest(5, index, async () => false)).toBeUndefined();
});
