import { expect, test } from 'vitest';
import { Report } from './report.ts';

test('one broken promise fails a part, whatever else was kept', () => {
  const report = new Report();
  report.expect('one', true, 1);
  report.expect('two', false, 2);
  report.expect('three', true, 3);
  expect(report.verdict).toBe('FAIL');
});

test('a part that looked at nothing has not passed', () => {
  const report = new Report();
  expect(report.verdict).toBe('FAIL');
  report.skip('a full disk', 'not root');
  expect(report.verdict).toBe('SKIPPED');
  report.expect('one', true, 1);
  expect(report.verdict).toBe('PASS');
});
