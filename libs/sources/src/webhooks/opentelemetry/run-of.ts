import { fitId } from '../fit-id.ts';
import { attribute, RUN_ID } from './ci-span.ts';
import type { CiSpan } from './ci-span.ts';

const MAX_DEPTH = 100;

/** The run that a span belongs to: by its own id or an ancestor's, by GitHub's address of the job, else by the trace. */
export const runIdOf = (one: CiSpan): string => {
  let above: CiSpan | undefined = one;
  for (let depth = 0; above && depth < MAX_DEPTH; depth += 1, above = above.parent) {
    const id = attribute(above, RUN_ID);
    if (id !== null) return fitId(id);
  }
  const address = attribute(one, 'cicd.pipeline.task.run.url.full', 'cicd.pipeline.run.url.full');
  return fitId(/\/actions\/runs\/(\d+)/.exec(address ?? '')?.[1] ?? one.span.traceId ?? 'unknown');
};

/** GitHub runs the same run again under its id: its attempt is its own, or else that of the span above. */
export const attemptOf = (one: CiSpan): number =>
  attemptAt(one) ?? (one.parent ? attemptAt(one.parent) : undefined) ?? 1;

/** By its number, its address, or the address of the attempt before it. */
const attemptAt = (one: CiSpan): number | undefined => {
  const before = attemptIn(attribute(one, 'cicd.pipeline.run.previous_attempt.url.full'));
  const attempt =
    Number(attribute(one, 'github.workflow.run.attempt') ?? 0) ||
    attemptIn(attribute(one, 'cicd.pipeline.run.url.full')) ||
    (before > 0 ? before + 1 : 0);
  return Number.isInteger(attempt) && attempt >= 1 && attempt <= 100_000 ? attempt : undefined;
};

const attemptIn = (address: string | null): number =>
  Number(/\/attempts\/(\d{1,6})\b/.exec(address ?? '')?.[1] ?? 0);
