import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { FOUND_IN_PRODUCTION, openedBugs } from './bugs.ts';

export const escapedBugs = defineMetric({
  id: 'escaped-bugs',
  title: 'Escaped bugs',
  description: 'How many bugs users met before the team did.',
  definition:
    'New bugs that were found in production, in the bucket of their creation. An environment is production where its name says so: `production`, `prod`, `live`, or with one of these as its beginning or end, such as `eu-prod`.',
  unit: 'count',
  direction: 'down',
  fill: 'zero',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'priority', 'tag'],
  parameters: NoParameters,
  data: ['issues'],
  measure: {
    kind: 'count',
    explains: 'issue',
    rows: (scope) => sql`${openedBugs(scope, sql`null as excluded`)} and ${FOUND_IN_PRODUCTION}`,
  },
});
