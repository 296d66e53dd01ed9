import { sql } from 'kysely';
import type { PipelineRunsTable } from '../../tables/facts.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, secondsDetail, sourceRow, timeDetail } from './source-row.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of those ids, the ones that can be rows' own. */
export const uuidsOf = (ids: readonly string[]): string[] => ids.filter((id) => UUID.test(id));

/** A pipeline run, or the one job that it stands for, told in a few facts. */
export const toRunRow = (kind: 'run' | 'job', id: string, run: PipelineRunsTable) =>
  sourceRow(
    kind,
    { id, workload_id: run.workload_id, repository: run.repository, url: run.url },
    {
      title: run.job,
      at: run.finished_at ?? run.sorted_at,
      details: [
        detail('Conclusion', run.conclusion ?? run.status),
        secondsDetail('Duration', run.started_at, run.finished_at),
        secondsDetail('Queued', run.queued_at, run.started_at),
        detail('Branch', run.branch),
        detail('Commit', run.commit_sha),
        detail('By', run.actor_name),
        detail('Runner', run.runner),
        run.attempt > 1 ? detail('Attempt', run.attempt, 'count') : [],
        timeDetail('Started', run.started_at),
      ],
    },
  );

/** Pipeline runs by the server's own ids. */
export const findRunRows: SourceRowFinder = async (db, { workloads, ids }) => {
  const { rows } = await sql<PipelineRunsTable>`
    select * from pipeline_runs where workload_id = any(${[...workloads]}) and run_id = any(${uuidsOf(ids)}::uuid[])`.execute(
    db,
  );
  return rows.map((run) => toRunRow('run', run.run_id, run));
};
