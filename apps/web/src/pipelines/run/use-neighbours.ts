import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import type { Run } from '../run-outcome.ts';

const [BEFORE, AFTER] = [20, 8];
/** Further back is another time; and an old job that no longer runs isn't searched for through all of the table. */
const REACH_MS = 90 * 86_400_000;

/** The time by which a listing places a run. */
const placeOf = (run: Run): string | null => run.startedAt ?? run.queuedAt ?? run.finishedAt;

/** Completed runs of the same job on the same branch, before and after this one and with it, oldest first. */
export const useNeighbours = (run: Run) => {
  const at = placeOf(run);
  const same = {
    workload: run.workload,
    repository: run.repository,
    job: run.job,
    ...(run.branch === null ? {} : { branch: run.branch }),
    status: ['completed' as const],
  };
  return useQuery({
    queryKey: ['pipeline-run-neighbours', run.runId, at],
    enabled: at !== null,
    queryFn: async ({ signal }) => {
      const start = new Date(Date.parse(at ?? '') - REACH_MS).toISOString();
      const [before, after] = await Promise.all([
        client.pipelineRuns.list({ ...same, start, end: at ?? undefined, limit: BEFORE + 1 }, { signal }),
        client.pipelineRuns.list(
          { ...same, start: at ?? undefined, order: 'oldest', limit: AFTER + 1 },
          { signal },
        ),
      ]);
      const others = (runs: readonly Run[], most: number) =>
        runs.filter((one) => one.runId !== run.runId).slice(0, most);
      const earlier = others(before.runs, BEFORE).reverse();
      const known = new Set(earlier.map((one) => one.runId));
      return [...earlier, run, ...others(after.runs, AFTER).filter((one) => !known.has(one.runId))];
    },
  });
};
