import { describe, expect, test } from 'vitest';
import type { GraphCommit } from './first-deployments.ts';
import { firstDeployments } from './first-deployments.ts';

/** `c1 < c0` is a commit with its parent, `c1` a root, `c1 ? hot-fix` one whose parents aren't told; in the order of time. */
const graph = (...lines: string[]): GraphCommit[] =>
  lines.map((line) => {
    const [, sha = '', kind = '', rest = ''] = /^(\w+) ?([<?]?) ?(.*)$/.exec(line)!;
    if (kind === '?') return { sha, parents: null, branch: rest === '' ? null : rest };
    return { sha, parents: rest === '' ? [] : rest.split(' '), branch: 'main' };
  });

/** Deploys commits one after the other, as `d1`, `d2`, …; gives what each deployment brought. */
const deploy = (commits: GraphCommit[], ...deployed: string[]): Record<string, string[]> => {
  const delivered = firstDeployments(
    commits,
    deployed.map((commit, index) => ({ deploymentId: `d${index + 1}`, commit })),
  );
  const brought: Record<string, string[]> = {};
  for (const [sha, id] of delivered) (brought[id] ??= []).push(sha);
  for (const shas of Object.values(brought)) shas.sort();
  return brought;
};

const LINE = graph('a', 'b < a', 'c < b', 'd < c', 'e < d');

describe('on a line', () => {
  test('each deployment brings what came since the one before; the first known is only the base line', () => {
    expect(deploy(LINE, 'b', 'd', 'e')).toEqual({ d2: ['c', 'd'], d3: ['e'] });
    expect(deploy(LINE, 'e')).toEqual({});
    expect(deploy(LINE)).toEqual({});
    expect(deploy([], 'a', 'b')).toEqual({});
  });

  test('a rollback, and what is deployed again after it, brings nothing', () => {
    expect(deploy(LINE, 'b', 'd', 'c', 'd', 'e')).toEqual({ d2: ['c', 'd'], d5: ['e'] });
  });

  test('of several deployments of one commit the first brings it', () => {
    expect(deploy(LINE, 'a', 'c', 'c')).toEqual({ d2: ['b', 'c'] });
    expect(deploy(LINE, 'a', 'a', 'b')).toEqual({ d3: ['b'] });
  });

  test('an unknown commit is passed over, even as the first', () => {
    expect(deploy(LINE, 'ghost', 'b', 'ghost', 'c')).toEqual({ d4: ['c'] });
    expect(deploy(LINE, '', 'c')).toEqual({});
  });

  test('a parent that is unknown ends the walk', () => {
    const gap = graph('a', 'c < b', 'd < c');
    expect(deploy(gap, 'a', 'd')).toEqual({ d2: ['c', 'd'] });
  });

  test('a commit that is its own ancestor, which no sender should tell, ends it too', () => {
    expect(deploy(graph('a', 'b < c', 'c < b'), 'a', 'c')).toEqual({ d2: ['b', 'c'] });
  });
});

describe('in a graph', () => {
  test('a merge brings both sides, and is brought by none itself', () => {
    const merged = graph('a', 'b < a', 'f1 < a', 'f2 < f1', 'm < b f2', 'c < m');
    expect(deploy(merged, 'a', 'm', 'c')).toEqual({ d2: ['b', 'f1', 'f2'], d3: ['c'] });
    expect(deploy(merged, 'b', 'c')).toEqual({ d2: ['c', 'f1', 'f2'] });
  });

  test('what a long branch began before the previous deployment is brought by its merge', () => {
    // f1 is older than b, but b doesn't contain it.
    const late = graph('a', 'f1 < a', 'b < a', 'm < b f1');
    expect(deploy(late, 'a', 'b', 'm')).toEqual({ d2: ['b'], d3: ['f1'] });
  });

  test('a hot fix deployed from its branch is not brought again when it is merged', () => {
    const fixed = graph('a', 'b < a', 'h < a', 'm < b h', 'c < m');
    expect(deploy(fixed, 'a', 'h', 'c')).toEqual({ d2: ['h'], d3: ['b', 'c'] });
  });

  test('a squash is one commit; those that it was made of never reach production', () => {
    const squashed = graph('a', 'f1 < a', 'f2 < f1', 's < a');
    expect(deploy(squashed, 'a', 's')).toEqual({ d2: ['s'] });
  });

  test('a merge of three, and of histories without a common root', () => {
    const octopus = graph('a', 'x', 'b < a', 'c < a', 'm < b c x');
    expect(deploy(octopus, 'a', 'm')).toEqual({ d2: ['b', 'c', 'x'] });
  });
});

describe('where parents aren’t told', () => {
  test('the commit before it on its branch stands for them', () => {
    const told = graph('a ? main', 'x ? dev', 'b ? main', 'y ? dev', 'c ? main');
    expect(deploy(told, 'a', 'c')).toEqual({ d2: ['b', 'c'] });
    expect(deploy(told, 'a', 'y', 'c')).toEqual({ d2: ['x', 'y'], d3: ['b', 'c'] });
  });

  test('no branch is a branch of its own', () => {
    expect(deploy(graph('a ?', 'm ? main', 'b ?'), 'a', 'b')).toEqual({ d2: ['b'] });
  });

  test('those that are told count, among those that aren’t', () => {
    const mixed = graph('a', 'b < a', 'c ? main', 'd < b', 'e ? main');
    // e follows d on main, d follows b: c was left aside.
    expect(deploy(mixed, 'a', 'e')).toEqual({ d2: ['b', 'd', 'e'] });
  });

  test('a root has none: it isn’t taken for a commit whose parents aren’t told', () => {
    expect(deploy(graph('a ? main', 'r'), 'a', 'r')).toEqual({ d2: ['r'] });
  });
});

describe('a history of 100,000 commits', () => {
  const COUNT = 100_000;
  const chain = (parents: (index: number) => string[] | null): GraphCommit[] =>
    Array.from({ length: COUNT }, (_, index) => ({
      sha: `c${index}`,
      parents: parents(index),
      branch: 'main',
    }));

  test.each([
    ['with parents', (index: number) => (index === 0 ? [] : [`c${index - 1}`])],
    ['without', () => null],
    [
      'of merges',
      (index: number) => [index - 1, index - 2].filter((one) => one >= 0).map((one) => `c${one}`),
    ],
  ])('%s is walked once, however often it is deployed', (_what, parents) => {
    const commits = chain(parents);
    const every100th = Array.from({ length: COUNT / 100 }, (_, index) => `c${index * 100}`);
    const deployments = [...every100th, `c${COUNT - 1}`, 'c0', `c${COUNT - 1}`];
    const begun = performance.now();
    const delivered = firstDeployments(
      commits,
      deployments.map((commit, index) => ({ deploymentId: String(index), commit })),
    );
    // Takes about 0.1 s; walking the whole history for each of 1,000 deployments would take minutes.
    expect(performance.now() - begun).toBeLessThan(5_000);
    const single = commits.filter((commit) => commit.parents === null || commit.parents.length < 2);
    expect(delivered.size).toBe(single.length - 1); // all but c0, the base line
  });
});
