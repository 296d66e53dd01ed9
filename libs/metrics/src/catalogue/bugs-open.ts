import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { openedBugs } from './bugs.ts';

export const bugsOpen = defineMetric({
  id: 'bugs-open',
  title: 'Open bugs',
  description: 'How many bugs wait to be mended.',
  definition:
    'Bugs that are open at the end of the bucket: created before it, and not closed before it. In the bucket that is still running, those open now. A bug that was opened again counts as open for all the time since its creation.',
  unit: 'count',
  direction: 'down',
  fill: 'previous',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'priority', 'tag'],
  parameters: NoParameters,
  data: ['issues'],
  measure: {
    kind: 'stock',
    explains: 'issue',
    rows: (scope) => openedBugs(scope, sql`i.closed_at as until`, null),
  },
});
