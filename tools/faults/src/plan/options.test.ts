import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const part = (name: string) => ({ name, promise: '', limitMinutes: 1, run: () => Promise.resolve() });
const ALL = [part('one'), part('two'), part('three')];
const names = (args: string[]) => {
  const options = readOptions(args, ALL);
  return typeof options === 'string' ? options : options.parts.map(({ name }) => name);
};

test('without names all parts run, with names those, in the plan’s order', () => {
  expect(names([])).toEqual(['one', 'two', 'three']);
  expect(names(['three', '--quick', 'one'])).toEqual(['one', 'three']);
});

test('an unknown part or option is refused, so that nothing is left out silently', () => {
  expect(names(['one', 'tow'])).toBe('there is no part tow');
  expect(names(['--fast'])).toMatch(/--fast/);
});
