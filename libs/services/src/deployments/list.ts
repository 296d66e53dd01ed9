import { endOf, startOf } from '@codemetrics/contracts';
import { listDeployments as listRows } from '@codemetrics/database';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { isTimePlace } from '../listing-place.ts';
import type { Verb } from '../verb.ts';
import { listedWorkloads } from '../workloads/listed.ts';
import { toDeployment } from './to-deployment.ts';

export const listDeployments: Verb<'deployments', 'list'> = async (deps, actor, input) => {
  const cursor = decodeCursor(input.cursor, 'deployments', isTimePlace);
  const rows = await listRows(deps.db, {
    workloads: await listedWorkloads(deps.db, actor, input),
    repository: input.repository,
    environment: input.environment,
    production: input.production,
    statuses: input.status,
    start: input.start === undefined ? undefined : startOf(input.start),
    end: input.end === undefined ? undefined : endOf(input.end),
    after: cursor && { sortedAt: cursor[0], deploymentId: cursor[1] },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    deployments: page.map(toDeployment),
    nextCursor:
      last && rows.length > input.limit
        ? encodeCursor('deployments', [last.place, last.deployment_id])
        : null,
  };
};
