import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOperation } from '../document/find-operation.ts';
import { resolverOf } from '../document/json-schema.ts';
import { operationsOf } from '../document/operation.ts';
import { callArbitrary } from './call-arbitrary.ts';
import { realDocument } from './real-document.ts';
import { validValues } from './schema-arbitrary.ts';

const document = realDocument();
const operations = operationsOf(document);
const resolve = resolverOf(document.components?.schemas ?? {});

test('no call ends a lasting credential, though it was made for something else', () => {
  const sessions = operations.filter(
    ({ path }) => path.startsWith('/api/session') || path.startsWith('/api/tokens'),
  );
  const calls = fc.sample(callArbitrary(sessions, operations, validValues(resolve, new Map()), resolve), {
    numRuns: 20_000,
    seed: 1,
  });
  const comesTo = ({ method, target }: (typeof calls)[number]): string =>
    findOperation(operations, method, target).operation?.id ?? '';
  const ending = calls.filter((call) =>
    ['deleteSession', 'endSession', 'endAllSessions', 'rotateOwnToken', 'changePassword'].includes(
      comesTo(call),
    ),
  );
  expect(ending.some((call) => call.operation !== comesTo(call))).toBe(true);
  expect(ending.length).toBeGreaterThan(50);
  for (const { credential } of ending)
    expect(['admin-session', 'editor-session', 'limited-session', 'writer-token']).not.toContain(credential);
});
