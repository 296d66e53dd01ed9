import { MINUTE } from './calendar.ts';
import type { Random } from './random.ts';
import type { CommitRow } from './rows.ts';
import type { Story } from './story.ts';
import { filesOf } from './story.ts';
import type { Repository } from './team.ts';
import { at } from './team.ts';

export type FileRow = NonNullable<CommitRow['files']>[number];

/** A commit of a branch before its hash and parents are known. */
export interface PlannedCommit {
  readonly at: number;
  readonly files: readonly FileRow[];
}

/** The file that is mostly changed along with another: the rules of a model, the tests of a service. */
const partnerOf = (pool: readonly string[], path: string): string | undefined => {
  const [, noun] = /(\w+)\.\w+$/.exec(path) ?? [];
  if (noun === 'model') return pool.find((one) => one === path.replace(/model(?=\.\w+$)/, 'rules'));
  if (noun !== 'service') return undefined;
  return pool.findLast((one) => one !== path && one.endsWith(path.slice(path.lastIndexOf('/'))));
};

/** What one commit does to files: a few of them, most near each other. */
const touchFiles = (story: Story, repository: Repository, random: Random, when: number): FileRow[] => {
  const pool = filesOf(repository);
  const typical = at(story.team.lines, story.share(when));
  const around = random.integer(0, pool.length - 1);
  const count = Math.max(1, Math.min(9, Math.round(random.logNormal(2.1, 0.6))));
  const files = new Map<string, FileRow>();
  for (let n = 0; n < count; n += 1) {
    const index = random.chance(0.75) ? around + random.integer(-3, 3) : random.integer(0, pool.length - 1);
    const path = pool[(index + pool.length) % pool.length]!;
    const addedLines = Math.round(random.logNormal(typical / count, 0.9));
    files.set(path, { path, addedLines, deletedLines: Math.round(addedLines * random.between(0, 0.9)) });
  }
  for (const [path, { addedLines, deletedLines }] of [...files]) {
    const partner = partnerOf(pool, path);
    if (partner === undefined || files.has(partner)) continue;
    const together = story.random(repository.name, 'together', when, path);
    const share = together.between(0.3, 0.8);
    const part = (lines: number | null | undefined): number => Math.round((lines ?? 0) * share);
    if (together.chance(0.7))
      files.set(partner, {
        path: partner,
        addedLines: part(addedLines),
        deletedLines: part(deletedLines),
      });
  }
  if (repository.binaries && random.chance(0.03)) {
    const path = random.pick(repository.binaries);
    files.set(path, { path, addedLines: null, deletedLines: null });
  }
  return [...files.values()];
};

/** Some commits one after another, the first at `from`. */
export const planCommits = (
  story: Story,
  repository: Repository,
  random: Random,
  from: number,
  count: number,
  paths?: readonly string[],
): PlannedCommit[] => {
  const commits: PlannedCommit[] = [];
  let when = from;
  for (let n = 0; n < count; n += 1) {
    const files =
      paths?.map((path) => ({
        path,
        addedLines: random.integer(1, 40),
        deletedLines: random.integer(1, 30),
      })) ?? touchFiles(story, repository, random, when);
    commits.push({ at: when, files });
    when += random.logNormal(45, 0.6) * MINUTE;
  }
  return commits;
};
