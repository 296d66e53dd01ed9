import { expect, test } from 'vitest';
import { nextPath, signInPath } from './next-path.ts';

test('leads back to a page of this app', () => {
  expect(nextPath(signInPath('/tokens', false).slice('/sign-in'.length))).toBe('/tokens');
  expect(signInPath('/', false)).toBe('/sign-in');
  expect(signInPath('/', true)).toBe('/sign-in?ended=1');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/sign-in',
  '',
])('never leads to %j', (next) => {
  expect(nextPath(`?next=${encodeURIComponent(next)}`)).toBe('/');
});

test('leads back to what had been chosen on the page, too', () => {
  const chosen = '/workloads/my-team?tab=code&range=90d';
  expect(nextPath(signInPath(chosen, true).slice('/sign-in'.length))).toBe(chosen);
});
