import { expect, test } from 'vitest';
import { draftErrors, localDay, newDraft, ON_A_DATE, toInput } from './token-draft.ts';

const DAY = 86_400;
const NOW = new Date('2026-06-01T12:00:00').getTime();
const draft = { ...newDraft(365 * DAY, ['data:read', 'sources:manage']), subject: 'ci' };

test('asks for what was filled in, and for nothing else', () => {
  expect(toInput(draft, 365 * DAY, NOW)).toEqual({ subject: 'ci', ttl: 90 * DAY, scopes: ['data:read'] });
  const full = { ...draft, description: ' x ', workloads: ['my-team'], networks: ['10.0.0.0/8'] };
  expect(toInput(full, 365 * DAY, NOW)).toMatchObject({
    description: 'x',
    workloads: ['my-team'],
    allowedCidrs: ['10.0.0.0/8'],
  });
});

test('on a date: good to the end of that day, and never longer than the server permits', () => {
  const on = (date: string) => toInput({ ...draft, lifetime: ON_A_DATE, date }, 30 * DAY, NOW);
  expect(on('2026-06-10')).toMatchObject({ expires: new Date('2026-06-10T23:59:59').toISOString() });
  const last = on(localDay(NOW + 30 * DAY * 1000)) as { expires: string };
  expect(Date.parse(last.expires)).toBeLessThan(NOW + 30 * DAY * 1000);
});

test.each([
  ['', /Choose/],
  ['2026-05-31', /past/],
  ['2026-07-03', /late/],
])('the date %j is refused', (date, words) => {
  expect(draftErrors({ ...draft, lifetime: ON_A_DATE, date }, 30 * DAY, NOW).expires).toMatch(words);
});

test('today and the last permitted day are good', () => {
  for (const date of ['2026-06-01', '2026-07-01'])
    expect(draftErrors({ ...draft, lifetime: ON_A_DATE, date }, 30 * DAY, NOW)).toEqual({});
});

test('a name, a scope and a workload are needed', () => {
  const errors = draftErrors({ ...draft, subject: ' ', scopes: [], workloads: [] }, DAY, NOW);
  expect(Object.keys(errors)).toEqual(['subject', 'scopes', 'workloads']);
});
