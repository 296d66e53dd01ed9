import { describe, expect, test } from 'vitest';
import { parseOptions, UsageError } from './options.ts';

describe('the command line', () => {
  test('has defaults', () => {
    expect(parseOptions([])).toEqual({ seed: 1, days: 365, repositories: [], help: false });
  });

  test('takes repositories, each with the workload that follows it', () => {
    const { repositories } = parseOptions([
      '--repository',
      '/a',
      '--workload',
      'team-a',
      '--repository',
      '/b',
    ]);
    expect(repositories).toEqual([
      { path: '/a', workload: 'team-a' },
      { path: '/b', workload: undefined },
    ]);
  });

  test.each([
    [['--seed', 'x']],
    [['--days', '0']],
    [['--nonsense']],
    [['--workload', 'lost']],
    [['--repository']],
    [['--repository', '/a', '--workload', 'Not An Id']],
  ])('refuses %j', (argv) => {
    expect(() => parseOptions(argv)).toThrow(UsageError);
  });
});
