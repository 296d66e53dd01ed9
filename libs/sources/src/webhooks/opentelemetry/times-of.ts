import type { RunConclusion } from '@codemetrics/contracts';
import { conclusionOf } from './conclusion-of.ts';
import type { CiSpan } from './ci-span.ts';

interface Times {
  readonly status: 'running' | 'completed';
  readonly conclusion: RunConclusion | null;
  readonly queuedAt: Date | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** The times of a run or job. One that waited in a queue began when it left it. null: the span has no time at all. */
export const timesOf = (one: CiSpan, results: readonly string[]): Times | null => {
  const { startTimeUnixNano: start = null, endTimeUnixNano: end = null } = one.span;
  if (!start && !end) return null;
  const { startTimeUnixNano: queuedAt = null, endTimeUnixNano: leftAt = null } = one.queue ?? {};
  return {
    status: end ? 'completed' : 'running',
    conclusion: end ? conclusionOf(one, results) : null,
    queuedAt: queuedAt && leftAt ? queuedAt : null,
    startedAt: (queuedAt && leftAt) ?? start,
    finishedAt: end,
  };
};
