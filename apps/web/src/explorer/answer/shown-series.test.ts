import { expect, test } from 'vitest';
import type { Choice } from './shown-series.ts';
import { alone, hiddenOf, toggled } from './shown-series.ts';

const NAMES = ['a', 'b', 'c', 'd'];
const ALL: Choice = { hide: [], only: [] };

test('a series is taken out and in again', () => {
  const without = toggled(ALL, 'b', NAMES);
  expect(without).toEqual({ hide: ['b'], only: [] });
  expect(hiddenOf(without, NAMES)).toEqual(new Set(['b']));
  expect(toggled(without, 'b', NAMES)).toEqual(ALL);
});

test('one alone is told by its own name, and all come again', () => {
  const one = alone(ALL, 'c', NAMES);
  expect(one).toEqual({ hide: [], only: ['c'] });
  expect(hiddenOf(one, NAMES)).toEqual(new Set(['a', 'b', 'd']));
  expect(alone(one, 'c', NAMES)).toEqual(ALL);
  expect(toggled(one, 'a', NAMES)).toEqual({ hide: ['b', 'd'], only: [] });
});

test('all can be taken out; names that the answer does not have hide nothing', () => {
  const none = NAMES.reduce<Choice>((choice, name) => toggled(choice, name, NAMES), ALL);
  expect(none).toEqual({ hide: NAMES, only: [] });
  expect(hiddenOf({ hide: [], only: ['gone'] }, NAMES).size).toBe(0);
});
