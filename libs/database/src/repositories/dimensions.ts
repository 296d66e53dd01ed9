import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';

/** What a batch tells of its workloads' repositories, jobs and branches. */
export interface SeenValues {
  readonly repositories: readonly {
    readonly workload: string;
    readonly repository: string;
    readonly defaultBranch?: string | undefined;
  }[];
  readonly jobs?: readonly { readonly workload: string; readonly value: string }[];
  readonly branches?: readonly { readonly workload: string; readonly value: string }[];
}

const distinct = <T>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
];

/** Remembers what exists, so that a screen can offer it without reading the facts. */
export const rememberValues = async (db: Executor, seen: SeenValues): Promise<void> => {
  const repositories = distinct(seen.repositories);
  if (repositories.length > 0)
    await sql`
      insert into repositories as t (workload_id, repository, default_branch)
      select w, r, max(b) from unnest(${repositories.map((one) => one.workload)}::text[], ${repositories.map((one) => one.repository)}::text[],
        ${repositories.map((one) => one.defaultBranch ?? null)}::text[]) as seen(w, r, b) group by w, r order by w, r
      on conflict (workload_id, repository) do update set default_branch = excluded.default_branch
        where excluded.default_branch is not null and t.default_branch is distinct from excluded.default_branch`.execute(
      db,
    );
  const values = [
    ...distinct(seen.jobs ?? []).map((one) => ({ ...one, dimension: 'job' })),
    ...distinct(seen.branches ?? []).map((one) => ({ ...one, dimension: 'branch' })),
  ];
  if (values.length > 0)
    await sql`
      insert into dimension_values (workload_id, dimension, value)
      select * from unnest(${values.map((one) => one.workload)}::text[], ${values.map((one) => one.dimension)}::text[],
        ${values.map((one) => one.value)}::text[]) as seen(w, d, v) order by w, d, v
      on conflict do nothing`.execute(db);
};

/** At most this many of each are offered for one workload. */
const MAX_OFFERED = 200;

/** The jobs and branches of each workload, by name. */
export const listDimensionValues = async (
  db: Executor,
  workloads: readonly string[],
): Promise<Map<string, { jobs: string[]; branches: string[] }>> => {
  const { rows } = await sql<{ workload_id: string; dimension: string; value: string }>`
    select workload_id, dimension, value from unnest(${[...workloads]}::text[]) as w(id)
    cross join (values ('job'), ('branch')) as d(name)
    cross join lateral (select v.* from dimension_values v where v.workload_id = w.id and v.dimension = d.name
      order by v.value limit ${MAX_OFFERED}) as offered`.execute(db);
  const found = new Map(workloads.map((id) => [id, { jobs: [] as string[], branches: [] as string[] }]));
  for (const row of rows)
    found.get(row.workload_id)?.[row.dimension === 'job' ? 'jobs' : 'branches'].push(row.value);
  return found;
};

/** The repositories that data has come from. */
export const listRepositories = (db: Executor, workloads: readonly string[]) =>
  db
    .selectFrom('repositories')
    .selectAll()
    .where('workload_id', 'in', workloads.length > 0 ? [...workloads] : [''])
    .execute();
