import { expect, test } from 'vitest';
import { parseOptions, UsageError } from './options.ts';

test('100,000 calls with the seed that is drawn, where nothing is asked for', () => {
  expect(parseOptions([], 7)).toMatchObject({ calls: 100_000, seed: 7, operation: undefined, help: false });
});

test('what is asked for', () => {
  expect(parseOptions(['--quick'], 7)).toMatchObject({ calls: 3000 });
  expect(
    parseOptions(['--calls', '5', '--seed', '0', '--operation', 'getUser', '--seconds', '9'], 7),
  ).toEqual({ calls: 5, seed: 0, operation: 'getUser', seconds: 9, help: false });
});

test.each([
  [['--calls', '0']],
  [['--calls', 'many']],
  [['--calls', '1e3']],
  [['--calls', '5', '--quick']],
  [['--seed', '-1']],
  [['--seed', '9999999999']],
  [['--what']],
  [['more']],
])('%j is refused', (argv) => {
  expect(() => parseOptions(argv, 7)).toThrow(UsageError);
});
