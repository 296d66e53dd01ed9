import { attribute, isQueue, RUN_ID, TASK_ID, TASK_NAME } from './ci-span.ts';
import type { CiSpan } from './ci-span.ts';
import { RUN_RESULTS } from './conclusion-of.ts';

/**
 * What a span is. Where the ids stand on the resource, all spans below it have them: then only the topmost span of the
 * resource is the job, or the run, and the rest are its steps.
 */
export const roleOf = (one: CiSpan): 'run' | 'job' | null => {
  const { own, resource, parent } = one;
  if (own.has(TASK_ID)) return 'job';
  if (isQueue(one)) return null;
  if (own.has(TASK_NAME)) {
    const isStep = resource.has(TASK_ID) || parent?.own.has(TASK_ID) || parent?.own.has(TASK_NAME);
    return isStep || attribute(one, RUN_ID) === null ? null : 'job';
  }
  if (resource.has(TASK_ID)) return parent?.resource === resource ? null : 'job';
  const run = attribute(one, RUN_ID);
  if (run === null || (parent && attribute(parent, RUN_ID) === run)) return null;
  return isEntry(one) ? 'run' : null;
};

/** The span of a whole run, which may come without its parent, rather than a part whose parent is in another export. */
const isEntry = ({ isRoot, span, own }: CiSpan): boolean =>
  isRoot || span.kind === 2 || span.kind === 'SPAN_KIND_SERVER' || RUN_RESULTS.some((name) => own.has(name));
