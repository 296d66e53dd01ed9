import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { openedBugs } from './bugs.ts';

export const bugsNew = defineMetric({
  id: 'bugs-new',
  title: 'New bugs',
  description: 'How many bugs were reported.',
  definition:
    'Issues of the type `bug` (or `defect`) that were created, in the bucket of their creation. One that was deleted at its tracker counts no more.',
  unit: 'count',
  direction: 'down',
  fill: 'zero',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'priority', 'tag'],
  parameters: NoParameters,
  data: ['issues'],
  measure: { kind: 'count', explains: 'issue', rows: (scope) => openedBugs(scope, sql`null as excluded`) },
});
