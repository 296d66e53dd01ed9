import { expect, test } from 'vitest';
import type { Call } from '../generate/call.ts';
import { secrecyFaults } from './secrecy-faults.ts';

const canaries = {
  secrets: ['secret-one', 'secret-two'],
  hidden: 'canary1',
  limited: new Set(['limited-session']),
};
const kinds = (credential: string, text: string, headers: Record<string, string> = {}): string[] =>
  secrecyFaults(canaries, { credential } as Call, { status: 200, headers, text }).map(({ kind }) => kind);

test('a secret is found in any answer, in a header too, and is not told itself', () => {
  expect(kinds('admin-session', '{"a":"secret-two"}')).toEqual(['a secret in an answer']);
  expect(kinds('none', '', { location: '/?x=secret-one' })).toEqual(['a secret in an answer']);
  const [fault] = secrecyFaults(canaries, { credential: 'none' } as Call, {
    status: 200,
    headers: {},
    text: 'secret-two',
  });
  expect(JSON.stringify(fault)).not.toContain('secret-two');
});

test('rows of others are found where a limited credential sees them, and are fine for an administrator', () => {
  expect(kinds('limited-session', '{"job":"canary1-build"}')).toEqual(['a row of others']);
  expect(kinds('admin-session', '{"job":"canary1-build"}')).toEqual([]);
  expect(kinds('limited-session', '{"job":"build"}')).toEqual([]);
});
