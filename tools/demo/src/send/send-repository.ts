import type { CodeMetricsClient } from '@codemetrics/client';
import type { CommitRow } from '../git/index.ts';
import { readCommits, readTags } from '../git/index.ts';
import type { Progress } from '../progress.ts';
import { withCommas } from '../progress.ts';
import { sendInBatches } from './batches.ts';
import type { Placed } from './place-repositories.ts';

/** Sends the history of a repository as it is read: its commits, then its tags as production deployments. */
export const sendRepository = async (
  client: CodeMetricsClient,
  { local, target }: Placed,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> => {
  const { path, name } = local;
  const begun = performance.now();
  let sent = 0;
  let lastSha = '';
  const send = async (commits: CommitRow[]): Promise<void> => {
    await client.commits.send({ commits }, { signal });
    // A commit of very many files is several rows.
    for (const { sha } of commits) {
      if (sha !== lastSha) sent += 1;
      lastSha = sha;
    }
    const percent = Math.min(100, Math.floor((sent / local.commits) * 100));
    progress.show(`${name}: ${withCommas(sent)} of ${withCommas(local.commits)} commits (${percent} %)`);
  };
  await sendInBatches(readCommits(path, target, signal), send);
  const seconds = (performance.now() - begun) / 1000;
  const tags = await readTags(path, target, signal);
  await sendInBatches(tags, (deployments) => client.deployments.send({ deployments }, { signal }));
  const rate = withCommas(Math.round(sent / seconds));
  progress.done(
    `${name}: ${withCommas(sent)} commits in ${seconds.toFixed(1)} s (${rate}/s) and ${withCommas(tags.length)} tags, in the workload ${target.workload}.${
      local.isShallow ? ' It is a shallow clone, so its older history is missing.' : ''
    }`,
  );
};
