import { expect, test } from 'vitest';
import { idOf, toAddress, withoutView, withView } from './saved-view.ts';

const QUERY = { queries: ['runs'], dateRange: { start: '2026-01-01', end: '2026-03-31' } };

test('the view and a range that moves stand in the description’s last line, and come back', () => {
  const description = withView('Of all teams.\nFor Monday.', { view: 'bar', range: '90d', metrics: 'other' });
  expect(description).toBe('Of all teams.\nFor Monday.\nExplorer: view=bar&range=90d');
  expect(withoutView(description)).toBe('Of all teams.\nFor Monday.');
  expect(toAddress({ query: QUERY, description })).toMatchObject({
    metrics: 'runs',
    view: 'bar',
    range: '90d',
  });
});

test('two dates are those of the query; nothing to add leaves the description as it is', () => {
  const description = withView(' Mine ', { range: '2026-01-01_2026-03-31' });
  expect(description).toBe('Mine');
  expect(toAddress({ query: QUERY, description })['range']).toBe('2026-01-01_2026-03-31');
});

test('a description changes how it is shown, never what is asked', () => {
  const address = toAddress({ query: QUERY, description: 'Explorer: metrics=other&workloads=x&view=area' });
  expect(address).toMatchObject({ metrics: 'runs', workloads: undefined, view: 'area' });
});

test.each([
  ['Delivery, last year', 'delivery-last-year'],
  ['  Übung №1  ', 'ubung-no1'],
  ['🙂', ''],
  ['x'.repeat(70), 'x'.repeat(63)],
])('the id of %j is %j', (name, id) => {
  expect(idOf(name)).toBe(id);
});
