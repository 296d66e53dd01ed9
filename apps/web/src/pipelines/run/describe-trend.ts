import { durationText } from '../duration-text.ts';
import type { Run } from '../run-outcome.ts';

const median = (values: readonly number[]): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
};

/** The median duration of the others that succeeded; a run that broke off early tells nothing of how long it takes. */
export const usualSeconds = (runs: readonly Run[], self: string): number | undefined =>
  median(
    runs.flatMap((run) =>
      run.runId !== self && run.conclusion === 'success' && run.durationSeconds !== null
        ? [run.durationSeconds]
        : [],
    ),
  );

/** How long a run took beside the usual, as a sentence. */
export const describeTrend = (run: Run, usual: number | undefined): string => {
  if (usual === undefined)
    return 'There is no other successful run of this job on this branch to compare with.';
  const usually = `Successful runs about it usually took ${durationText(usual)}`;
  if (run.durationSeconds === null || usual === 0) return `${usually}.`;
  const percent = Math.round((run.durationSeconds / usual - 1) * 100);
  if (percent === 0) return `${usually}, and so did this one.`;
  return `${usually}; this one took ${durationText(run.durationSeconds)}, ${Math.abs(percent)} % ${percent > 0 ? 'longer' : 'shorter'}.`;
};
