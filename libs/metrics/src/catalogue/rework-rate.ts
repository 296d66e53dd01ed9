import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { productionDeployments } from './production-deployments.ts';

/** A commit that an earlier deployment had brought, with another one deployed in between: a rollback. */
const IS_ROLLBACK = sql`d.commit_sha <> '' and exists (
  select 1 from deployments earlier
  where earlier.workload_id = d.workload_id and earlier.repository = d.repository and earlier.environment = d.environment
    and earlier.production and earlier.status = 'success' and earlier.commit_sha = d.commit_sha
    and earlier.finished_at < d.finished_at
    and exists (
      select 1 from deployments other
      where other.workload_id = d.workload_id and other.repository = d.repository and other.environment = d.environment
        and other.production and other.status = 'success' and other.commit_sha <> d.commit_sha
        and other.finished_at > earlier.finished_at and other.finished_at < d.finished_at))`;

const REVERTED = sql`substring(c.message from 'This reverts commit ([0-9a-f]{7,64})')`;

/**
 * It brought the revert of a commit that came neither with it nor later, and that therefore was deployed before. A merge
 * came with the tip that it took in, since merges themselves are delivered by none.
 */
const HAS_REVERT = sql`exists (
  select 1 from delivered_commits brought
  join commits c on c.workload_id = brought.workload_id and c.repository = brought.repository and c.sha = brought.sha
  where brought.workload_id = d.workload_id and brought.repository = d.repository
    and brought.deployment_id = d.deployment_id and ${REVERTED} is not null
    and exists (
      select 1 from commits old where old.workload_id = d.workload_id and old.repository = d.repository
        and starts_with(old.sha, ${REVERTED})
        and not exists (
          select 1 from delivered_commits late where late.workload_id = d.workload_id and late.repository = d.repository
            and late.sha in (old.sha, old.parents[2])
            and (late.deployment_id = d.deployment_id or late.finished_at > d.finished_at))))`;

export const reworkRate = defineMetric({
  id: 'rework-rate',
  title: 'Rework rate',
  description: 'The share of production deployments that repair what users met with before.',
  definition:
    'Successful production deployments that were unplanned fixes of a user-facing problem ÷ successful production deployments × 100, in the bucket of the finish. A deployment is one where it says so (`unplanned`), names the deployment that it rolls back (`rollsBack`) or the incident that it fixes (`fixesIncident`), deploys a commit that its repository and environment had before with another one in between, or brings a revert (“This reverts commit …”) of a commit that an earlier deployment had brought. `unplanned: false` overrules all of it.',
  unit: 'percent',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'environment', 'tag'],
  parameters: NoParameters,
  data: ['deployments', 'commits'],
  headline: true,
  measure: {
    kind: 'ratio',
    explains: 'deployment',
    distinct: true,
    rows: (scope) => sql`
      select d.workload_id, d.at, d.id, d.repository, d.environment, d.source, null as excluded,
        coalesce(d.unplanned, d.rolls_back is not null or d.fixes_incident is not null or (${IS_ROLLBACK}) or ${HAS_REVERT})::int as numerator
      from (${productionDeployments(scope)}) as d`,
  },
});
