import { sql } from 'kysely';
import type { MeasurementsTable } from '../../tables/reports.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, sourceRow } from './source-row.ts';

const ID = /^([^/]*)\/(.+)\/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/s;

const partsOf = (ids: readonly string[]) =>
  ids.flatMap((id) => {
    const [, source = '', place = '', at = ''] = ID.exec(id) ?? [];
    return Number.isNaN(Date.parse(at)) ? [] : [{ id, source, place, at: new Date(at) }];
  });

/** Measurements of repositories, by `source/repository@branch/time` and the metric that they are of. */
export const findMeasurementRows: SourceRowFinder = async (db, { workloads, ids, metric }) => {
  const asked = partsOf(ids);
  const { rows } = await sql<MeasurementsTable & { id: string }>`
    select m.*, asked.id
    from unnest(${asked.map((one) => one.id)}::text[], ${asked.map((one) => one.source)}::text[],
      ${asked.map((one) => one.place)}::text[], ${asked.map((one) => one.at)}::timestamptz[]) as asked(id, source, place, at)
    join measurements m on m.workload_id = any(${[...workloads]}) and m.metric = ${metric} and m.path = ''
      and m.taken_at >= asked.at and m.taken_at < asked.at + interval '1 millisecond' and m.source = asked.source
      and m.repository || case when m.branch = '' then '' else '@' || m.branch end = asked.place`.execute(db);
  return rows.map((row) =>
    sourceRow('measurement', row, {
      title: `Measured by ${row.source}`,
      at: row.taken_at,
      details: [
        detail('Value', row.value, 'count'),
        detail('Branch', row.branch),
        detail('Commit', row.commit_sha),
      ],
    }),
  );
};
