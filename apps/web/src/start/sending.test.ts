import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { gitHubStep, gitLabJob } from './ci-steps.ts';
import { coverageCommand, gitCommand, runCommand } from './sending.ts';
import { shellQuote } from './shell-quote.ts';

const HOSTILE = [
  `acme/it's`,
  'acme/$(touch /tmp/hacked)`id`',
  `a'; echo hacked; '`,
  'a"b\\c',
  'a&b=c#d e',
  '\u202Eevil',
  '!!',
];

/** The words that a shell makes of a command line, without running what it names. */
const wordsOf = (command: string): readonly string[] =>
  execFileSync(
    'bash',
    [
      '-c',
      `curl() { printf '%s\\0' "$@"; }; git() { echo abc1234; }; npm() { printf '%s\\0' "$@"; }; ${command}`,
    ],
    {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', HOME: '/home/tester', CODEMETRICS_TOKEN: 'from-the-shell' },
    },
  ).split('\0');

const sending = (repository: string, token: string | null = 'eyJ.a.b') => ({
  origin: 'http://127.0.0.1:3000',
  workload: 'my-team',
  repository,
  token,
});

describe('commands to paste into a terminal', () => {
  test.each(HOSTILE)('a name is one word and does nothing: %s', (name) => {
    expect(wordsOf(`curl ${shellQuote(name)}`)).toEqual([name, '']);
  });

  test.each(HOSTILE)('a run is of the repository %s', (repository) => {
    const words = wordsOf(runCommand(sending(repository), new Date('2026-03-01T12:00:00Z')));
    const { runs } = JSON.parse(words.find((word) => word.startsWith('{'))!) as { runs: object[] };
    expect(runs).toEqual([
      expect.objectContaining({ repository, workload: 'my-team', finishedAt: '2026-03-01T12:00:00.000Z' }),
    ]);
    expect(words).toContain('Authorization: Bearer eyJ.a.b');
  });

  test.each(HOSTILE)(
    'coverage is of the repository %s and of the commit that is checked out',
    (repository) => {
      const words = wordsOf(coverageCommand(sending(repository)));
      const { searchParams } = new URL(words.find((word) => word.startsWith('http'))!);
      expect(Object.fromEntries(searchParams)).toEqual({
        ...{ workload: 'my-team', repository, branch: 'main', commit: 'abc1234' },
      });
    },
  );

  test.each(HOSTILE)('the history is of the repository %s', (repository) => {
    expect(wordsOf(gitCommand(sending(repository)))).toContain(repository);
  });

  test('a token that is not known any more is the one of the terminal', () => {
    expect(wordsOf(runCommand(sending('acme/shop', null), new Date()))).toContain(
      'Authorization: Bearer from-the-shell',
    );
    expect(gitCommand(sending('acme/shop', null))).not.toContain('CODEMETRICS_TOKEN');
  });

  test('what goes into a file of a CI system holds neither the token nor a name', () => {
    for (const step of [gitHubStep, gitLabJob].map((make) => make(sending('acme/${{ secrets.X }}')))) {
      expect(step).not.toContain('eyJ');
      expect(step).not.toContain('secrets.X');
      expect(step).toContain('workload=my-team');
    }
  });
});
