import { DAY } from './calendar.ts';
import type { PlannedChange } from './plan-changes.ts';
import type { FileRow } from './plan-commits.ts';
import type { CommitRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Actor, Story } from './story.ts';
import { filesOf, shaOf } from './story.ts';
import type { Repository } from './team.ts';

/** A commit on the default branch. */
export interface MainCommit {
  readonly sha: string;
  readonly at: number;
  readonly by: Actor;
}

export interface History {
  readonly commits: readonly CommitRow[];
  /** The default branch, oldest first. */
  readonly main: readonly MainCommit[];
  /** By number of the change: the hashes of its commits by push, and of its merge. */
  readonly shas: ReadonlyMap<
    number,
    { readonly pushes: readonly (readonly string[])[]; readonly merge: string | null }
  >;
}

const emailOf = (actor: Actor): string =>
  `${actor.name}@${actor.kind === 'bot' ? 'users.noreply.example.com' : 'acme.example'}`;

/** The lines of several commits, each file once. */
const together = (files: readonly FileRow[]): FileRow[] => {
  const sums = new Map<string, FileRow>();
  for (const file of files) {
    const sum = sums.get(file.path);
    const plus = (a: number | null | undefined, b: number | null | undefined) =>
      a === null || b === null ? null : (a ?? 0) + (b ?? 0);
    sums.set(file.path, {
      path: file.path,
      addedLines: plus(sum?.addedLines, file.addedLines),
      deletedLines: plus(sum?.deletedLines, file.deletedLines),
    });
  }
  return [...sums.values()];
};

/** The commit graph that the changes of a repository leave behind: branches from main, merged or squashed into it. */
export const buildHistory = (
  story: Story,
  repository: Repository,
  changes: readonly PlannedChange[],
): History => {
  const { seed, team } = story;
  const commits: CommitRow[] = [];
  const main: MainCommit[] = [];
  const shas = new Map<number, { pushes: string[][]; merge: string | null }>();
  const founder: Actor = { name: team.people[0]!, kind: 'user' };
  const write = (
    row: { sha: string; branch: string; by: Actor; at: number; authoredAt?: number; message: string },
    parents: string[],
    files: readonly FileRow[],
  ): void => {
    const { sha, branch, message } = row;
    commits.push({
      ...{ sha, workload: team.id, repository: repository.name, branch, message, parents, files: [...files] },
      author: { ...row.by, email: emailOf(row.by) },
      authoredAt: timestamp(row.authoredAt ?? row.at),
      committedAt: timestamp(row.at),
    });
  };
  const land = (row: Parameters<typeof write>[0], parents: string[], files: readonly FileRow[]): void => {
    write(row, parents, files);
    main.push({ sha: row.sha, at: row.at, by: row.by });
  };
  const branch = repository.defaultBranch;
  const root = { sha: shaOf(seed, repository.name, 'root'), branch, by: founder, at: story.start - 3 * DAY };
  const all = filesOf(repository).map((path) => ({ path, addedLines: 20 + path.length, deletedLines: 0 }));
  land({ ...root, message: 'chore: initial commit' }, [], all);

  // In the order in which they land, so that the head of main at any time before is known.
  for (const change of [...changes].sort((a, b) => a.closedAt - b.closedAt || a.number - b.number)) {
    const begun = change.pushes[0]![0]!.at;
    let parent = (main.findLast((commit) => commit.at <= begun) ?? main[0]!).sha;
    const pushes = change.pushes.map((push, p) =>
      push.map((_, c) => shaOf(seed, repository.name, change.number, p, c)),
    );
    const isSquashed = team.squashes && change.mergedAt !== null;
    // What is merged belongs to the history of main, as whoever reads that finds it.
    const isMerged = change.mergedAt !== null && change.mergedAt <= story.end;
    for (const [p, push] of change.pushes.entries())
      for (const [c, commit] of push.entries()) {
        const sha = pushes[p]![c]!;
        const message =
          p === 0 && c === 0 ? change.title : `${change.title} (${p === 0 ? 'continued' : 'after review'})`;
        // A squashed branch is gone: only the one commit on main is history.
        if (!isSquashed)
          write(
            { sha, branch: isMerged ? branch : change.branch, by: change.author, at: commit.at, message },
            [parent],
            commit.files,
          );
        parent = sha;
      }
    const merge = change.mergedAt === null ? null : shaOf(seed, repository.name, change.number, 'merge');
    shas.set(change.number, { pushes, merge });
    if (merge === null || change.mergedAt === null) continue;
    const head = main.at(-1)!.sha;
    const landing = { sha: merge, branch, at: change.mergedAt };
    const title = `${change.title} (#${change.number})`;
    const files = together(change.pushes.flat().flatMap((commit) => commit.files));
    if (isSquashed) land({ ...landing, by: change.author, authoredAt: begun, message: title }, [head], files);
    else
      land(
        {
          ...landing,
          by: change.reviewer,
          message: `Merge pull request #${change.number} from ${change.branch}\n\n${change.title}`,
        },
        [head, parent],
        [],
      );
  }
  return { commits, main, shas };
};
