import type { ReadableRepository } from '../git/read-history.ts';
import { isInHistory } from '../git/read-history.ts';
import type { Destination } from './find-workload.ts';
import type { State } from './state-file.ts';

/** The commit to go on after; undefined for the whole history, with the reason where something else was to be expected. */
export interface ResumePoint {
  readonly after?: string;
  readonly reason?: string;
}

/** Decides from where a history is read. Reading too much is always safe, since writes are idempotent. */
export const resumePoint = async (
  repository: ReadableRepository,
  state: State | null,
  destination: Destination,
  signal?: AbortSignal,
): Promise<ResumePoint> => {
  if (state === null) return {};
  const { last, workloadCreated } = state;
  if (workloadCreated !== null && destination.created !== null && workloadCreated !== destination.created)
    return {
      reason: `The workload ${destination.workload} was made anew since the last import, so the whole history is sent.`,
    };
  if (!(await isInHistory(repository, last, signal)))
    return {
      reason: `The last commit sent, ${last.slice(0, 12)}, is no longer part of the history, so all of it is sent again.`,
    };
  return { after: last };
};
