import type { LocalRepository } from '../git/open-repository.ts';
import { readCommits } from '../git/read-history.ts';
import { withCommas } from '../progress.ts';

/** Reads a history like an import does, and tells what it would send. */
export const countHistory = async (
  local: LocalRepository,
  repository: string,
  signal: AbortSignal,
): Promise<string> => {
  const count = { commits: 0, merges: 0, files: 0, renames: 0 };
  let previous = '';
  // The workload is not looked at, so its name does not matter here.
  const target = { workload: 'dry-run', repository, branch: local.branch };
  for await (const { sha, parents, files } of readCommits(local, target, { signal })) {
    if (sha !== previous) {
      count.commits += 1;
      if ((parents?.length ?? 0) > 1) count.merges += 1;
    }
    previous = sha;
    for (const file of files ?? []) {
      count.files += 1;
      if (file.previousPath !== undefined) count.renames += 1;
    }
  }
  const [commits, merges, files, renames] = Object.values(count).map(withCommas);
  return `${repository}${local.branch === null ? '' : ` (${local.branch})`}: ${commits} commits (${merges} merges) with ${files} changes of files (${renames} renames). Nothing was sent.`;
};
