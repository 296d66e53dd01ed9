import type { Filters, WorkingHours } from '@codemetrics/contracts';
import type { WorkloadsTable } from '@codemetrics/database';
import { listRepositories, listWorkloads } from '@codemetrics/database';
import type { PlanWorkload } from '@codemetrics/metrics';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireWorkloads } from '../workloads/access.ts';
import { meansRepository } from '@codemetrics/contracts';

const hasTags = (workload: WorkloadsTable, wanted: NonNullable<Filters['tags']>): boolean =>
  Object.entries(wanted).every(([key, values]) => {
    const value = Object.hasOwn(workload.tags, key) ? workload.tags[key] : undefined;
    return value !== undefined && (Array.isArray(values) ? values : [values]).includes(value);
  });

/** Of a workload that names none. */
const USUAL_HOURS: WorkingHours = {
  timezone: 'UTC',
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  start: '09:00',
  end: '17:00',
};

/** The default branch that a workload names for a repository: by its exact name, else by the first pattern that fits. */
const namedBranch = (workload: WorkloadsTable, repository: string): string | undefined => {
  const fitting = workload.repository_groups
    .flatMap((group) => group.repositories)
    .filter((ref) => ref.defaultBranch !== undefined && meansRepository(ref.name, repository));
  return (fitting.find((ref) => ref.name === repository) ?? fitting[0])?.defaultBranch;
};

/** The workloads that a query is about, with their repositories sorted into their groups. */
export const resolveWorkloads = async (
  deps: Deps,
  actor: Actor,
  asked: readonly string[] | undefined,
  tags: Filters['tags'],
): Promise<PlanWorkload[]> => {
  const all = asked === undefined || (asked.length === 1 && asked[0] === 'all');
  if (!all) await requireWorkloads(deps.db, actor, asked);
  const rows = await listWorkloads(deps.db, { only: all ? known(actor).workloads : [...new Set(asked)] });
  const kept = tags === undefined ? rows : rows.filter((row) => hasTags(row, tags));
  const seen = Map.groupBy(
    await listRepositories(
      deps.db,
      kept.map((row) => row.workload_id),
    ),
    (row) => row.workload_id,
  );
  return kept.map((row) => ({
    id: row.workload_id,
    tags: row.tags,
    groups: row.repository_groups.map((group) => ({
      name: group.name,
      repositories: (seen.get(row.workload_id) ?? [])
        .map((one) => one.repository)
        .filter((repository) => group.repositories.some(({ name }) => meansRepository(name, repository))),
    })),
    workingHours: row.working_hours ?? USUAL_HOURS,
    runnerRates: row.runner_rates,
    defaultBranches: (seen.get(row.workload_id) ?? []).flatMap(({ repository, default_branch }) => {
      const branch = namedBranch(row, repository) ?? default_branch;
      return branch === null ? [] : [{ repository, branch }];
    }),
  }));
};
