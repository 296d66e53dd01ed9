import type { Progress } from '@codemetrics/cli';
import { readCommits, readTags, sendHistory, withCommas } from '@codemetrics/cli';
import type { CodeMetricsClient } from '@codemetrics/client';
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
  const { commits } = await sendHistory(client, readCommits(local, target, { signal }), {
    signal,
    onAcknowledged: ({ commits: sent }) => {
      const percent = Math.min(100, Math.floor((sent / local.commits) * 100));
      progress.show(`${name}: ${withCommas(sent)} of ${withCommas(local.commits)} commits (${percent} %)`);
    },
  });
  const seconds = (performance.now() - begun) / 1000;
  const tags = await readTags(path, target, signal);
  await sendInBatches(tags, (deployments) => client.deployments.send({ deployments }, { signal }));
  const rate = withCommas(Math.round(commits / seconds));
  progress.done(
    `${name}: ${withCommas(commits)} commits in ${seconds.toFixed(1)} s (${rate}/s) and ${withCommas(tags.length)} tags, in the workload ${target.workload}.${
      local.isShallow ? ' It is a shallow clone, so its older history is missing.' : ''
    }`,
  );
};
