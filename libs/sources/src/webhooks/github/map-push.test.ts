import { describe, expect, test } from 'vitest';
import { mapChecked, payload, refusal } from './test-payloads.ts';

const [first] = payload('push')['commits'] as Record<string, unknown>[];
const pushed = (changes: Record<string, unknown>) =>
  mapChecked('push', payload('push', undefined, { commits: [{ ...first, ...changes }] }))?.commits[0];

describe('push', () => {
  test('the commits of a branch', () => {
    const rows = mapChecked('push', payload('push'));
    expect(rows).toMatchObject({ repository: 'acme/shop-api', defaultBranch: 'main', runs: [], changes: [] });
    const file = (path: string) => ({ path, addedLines: null, deletedLines: null });
    expect(rows?.commits).toEqual([
      {
        sha: '1'.repeat(40),
        repository: 'acme/shop-api',
        branch: 'feature/faster',
        author: { name: 'jo', email: 'jo@example.com', kind: 'user' },
        committedAt: new Date('2026-03-01T11:50:00Z'),
        message: 'feat: faster checkout\n\nby half',
        files: [file('src/fast.ts'), file('src/slow.ts'), file('README.md')],
      },
      {
        sha: '2'.repeat(40),
        repository: 'acme/shop-api',
        branch: 'feature/faster',
        author: { name: 'renovate[bot]', email: null, kind: 'bot' },
        committedAt: new Date('2026-03-01T11:51:00Z'),
        message: 'chore: bump',
        files: [],
      },
    ]);
  });

  test('a commit that is on another branch already leaves it for the default branch alone', () => {
    expect(pushed({ distinct: false })).toMatchObject({ branch: null });
    expect(pushed({ distinct: true })).toMatchObject({ branch: 'feature/faster' });
    const merged = { ref: 'refs/heads/main', commits: [{ ...first, distinct: false }] };
    expect(mapChecked('push', payload('push', undefined, merged))?.commits[0]?.branch).toBe('main');
  });

  test('tags, deleted branches and pushes without commits carry nothing', () => {
    for (const nothing of [{ ref: 'refs/tags/v1' }, { deleted: true }, { commits: [] }, { commits: null }]) {
      expect(mapChecked('push', payload('push', undefined, nothing))).toBeNull();
    }
  });

  test('what is missing or over-long does not refuse a commit', () => {
    expect(pushed({ author: null, message: null })).toMatchObject({ author: null, message: null });
    expect(pushed({ added: undefined, removed: undefined, modified: undefined })).not.toHaveProperty('files');
    expect(pushed({ message: `a\u0000b${'🎯'.repeat(20_000)}` })?.message?.slice(0, 3)).toBe('a b');
    const added = Array.from({ length: 6000 }, (_, index) => `${index}`);
    expect(pushed({ added: [...added, ...added, ' ', 'x'.repeat(9000)] })?.files).toHaveLength(5000);
    expect(pushed({ author: { name: 'dependabot[bot]', username: 'dependabot' } })).toMatchObject({
      author: { kind: 'bot' },
    });
  });

  test('dates that git allows and clocks don’t are kept in range', () => {
    const at = (timestamp: string): string | undefined => pushed({ timestamp })?.committedAt.toISOString();
    expect(at('2026-03-01T12:00:00+51:40')).toBe('2026-03-01T12:00:00.000Z');
    expect(at('1901-12-13T20:45:52Z')).toBe('1970-01-01T00:00:00.000Z');
    expect(at('2999-01-01T00:00:00Z')).toBe('2199-12-31T23:59:59.999Z');
    expect(
      refusal(
        'push',
        payload('push', undefined, { commits: [{ ...first, timestamp: '2026-13-01T00:00:00Z' }] }),
      ),
    ).toBe('malformed-body: commits.0.timestamp: must be an RFC 3339 time');
  });
});
