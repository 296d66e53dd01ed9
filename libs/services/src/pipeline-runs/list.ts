import { endOf, startOf } from '@codemetrics/contracts';
import { listPipelineRuns as listRows } from '@codemetrics/database';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { isTimePlace } from '../listing-place.ts';
import type { Verb } from '../verb.ts';
import { listedWorkloads } from '../workloads/listed.ts';
import { toPipelineRun } from './to-pipeline-run.ts';

export const listPipelineRuns: Verb<'pipelineRuns', 'list'> = async (deps, actor, input) => {
  const cursor = decodeCursor(input.cursor, 'runs', isTimePlace);
  const workloads = await listedWorkloads(deps.db, actor, input);
  const rows = await listRows(deps.db, {
    workloads,
    repository: input.repository,
    job: input.job,
    jobGroups: input.jobGroups,
    branch: input.branch,
    statuses: input.status,
    conclusions: input.conclusion,
    actor: input.actor,
    event: input.event,
    start: input.start === undefined ? undefined : startOf(input.start),
    end: input.end === undefined ? undefined : endOf(input.end),
    order: input.order,
    after: cursor && { sortedAt: cursor[0], runId: cursor[1] },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    runs: page.map(toPipelineRun),
    nextCursor: last && rows.length > input.limit ? encodeCursor('runs', [last.place, last.run_id]) : null,
  };
};
