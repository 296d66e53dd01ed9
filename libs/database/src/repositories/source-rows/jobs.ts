import { sql } from 'kysely';
import type { PipelineRunsTable } from '../../tables/facts.ts';
import { rowsByExternalId } from './rows-by-key.ts';
import { toRunRow } from './runs.ts';
import type { SourceRowFinder, SourceRowsWanted } from './source-row.ts';
import { detail, secondsDetail, sourceRow, timeDetail } from './source-row.ts';

/** Runs whose jobs were not sent stand for one job each: `source/externalId#attempt`. */
const findRunsAsJobs: SourceRowFinder = async (db, { workloads, ids }: SourceRowsWanted) => {
  const parts = ids.flatMap((id) => {
    const found = /^([^/]*)\/(.*)#(\d{1,9})$/s.exec(id);
    return found ? [{ id, source: found[1]!, externalId: found[2]!, attempt: Number(found[3]) }] : [];
  });
  const { rows } = await sql<PipelineRunsTable & { id: string }>`
    select r.*, asked.id
    from unnest(${parts.map((one) => one.id)}::text[], ${parts.map((one) => one.source)}::text[],
      ${parts.map((one) => one.externalId)}::text[], ${parts.map((one) => one.attempt)}::int4[]) as asked(id, source, external_id, attempt)
    join pipeline_runs r on r.workload_id = any(${[...workloads]}) and r.source = asked.source
      and r.external_id = asked.external_id and r.attempt = asked.attempt`.execute(db);
  return rows.map(({ id, ...run }) => toRunRow('job', id, run));
};

/** Jobs of runs, and runs that stand for one. */
export const findJobRows: SourceRowFinder = async (db, wanted) => {
  const jobs = (await rowsByExternalId(db, 'pipeline_jobs', wanted)).map((job) =>
    sourceRow('job', job, {
      title: job.name,
      at: job.finished_at,
      details: [
        detail('Conclusion', job.conclusion ?? job.status),
        secondsDetail('Duration', job.started_at, job.finished_at),
        detail('Runner', job.runner),
        detail('Stage', job.stage),
        detail('Branch', job.branch),
        detail('Commit', job.commit_sha),
        timeDetail('Started', job.started_at),
      ],
    }),
  );
  const known = new Set(jobs.map((job) => `${job.workload}\n${job.id}`));
  const runs = await findRunsAsJobs(db, wanted);
  return [...jobs, ...runs.filter((run) => !known.has(`${run.workload}\n${run.id}`))];
};
