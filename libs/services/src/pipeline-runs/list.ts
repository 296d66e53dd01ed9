import { endOf, startOf } from '@codemetrics/contracts';
import { listPipelineRuns as listRows, listWorkloads } from '@codemetrics/database';
import { known } from '../actor.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Verb } from '../verb.ts';
import { requireWorkloads } from '../workloads/access.ts';
import { toPipelineRun } from './to-pipeline-run.ts';

const PLACE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;
/** Whether it is a place of this listing: a time that exists, as PostgreSQL writes it. */
const isPlace = (part: string | number | undefined): boolean => {
  if (typeof part !== 'string' || !PLACE.test(part)) return false;
  const iso = part.replace(' ', 'T').replace('+00', 'Z');
  const at = Date.parse(iso);
  return at >= 0 && new Date(at).toISOString().slice(0, 19) === iso.slice(0, 19);
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const listPipelineRuns: Verb<'pipelineRuns', 'list'> = async (deps, actor, input) => {
  const cursor = decodeCursor(
    input.cursor,
    'runs',
    (parts): parts is [string, string] => isPlace(parts[0]) && UUID.test(String(parts[1])),
  );
  const asked = [...new Set([...(input.workloads ?? []), ...(input.workload ? [input.workload] : [])])];
  if (asked.length > 0) await requireWorkloads(deps.db, actor, asked);
  const workloads =
    asked.length === 0
      ? (await listWorkloads(deps.db, { only: known(actor).workloads })).map((row) => row.workload_id)
      : asked;
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
