import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { line, paragraph } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';
import { QueryInput } from '../queries/query.ts';

const tag = 'Saved queries';

/** The id of a saved query, chosen by whoever saves it. */
export const SavedQueryId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, {
  error: 'must be 1 to 63 lower-case letters, digits or dashes, beginning with a letter or digit',
});

export const SavedQuery = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    shared: z
      .boolean()
      .describe('Whether everyone may read and run it; each sees the workloads that they may see.'),
    owner: z.string().describe('User name of whoever saved it.'),
    query: z.record(z.string(), z.unknown()).describe('What `POST /query` takes.'),
    created: TimestampOut,
    updated: TimestampOut,
  })
  .meta({ id: 'SavedQuery' });
export type SavedQuery = z.output<typeof SavedQuery>;

export const listSavedQueries = defineOperation({
  id: 'listSavedQueries',
  kind: 'query',
  method: 'GET',
  path: '/queries',
  tag,
  summary: 'List your saved queries and those that others share, by id',
  access: 'data:read',
  input: z.strictObject({ ...pageInput }),
  output: z.object({ queries: z.array(SavedQuery), nextCursor }),
  status: 200,
  problems: ['invalid-cursor'],
});

export const getSavedQuery = defineOperation({
  id: 'getSavedQuery',
  kind: 'query',
  method: 'GET',
  path: '/queries/{id}',
  tag,
  summary: 'Read a saved query',
  access: 'data:read',
  input: z.strictObject({ id: SavedQueryId }),
  output: SavedQuery,
  status: 200,
  problems: ['not-found'],
});

export const saveQuery = defineOperation({
  id: 'saveQuery',
  kind: 'mutation',
  method: 'PUT',
  path: '/queries/{id}',
  tag,
  summary: 'Save a query, or replace one of your own',
  description:
    'Its metrics, groups and filters are checked as if it were run. Only its owner, or an administrator, may change it; the id of somebody else’s is taken.',
  access: 'data:read',
  input: z.strictObject({
    id: SavedQueryId,
    name: line(200),
    description: paragraph(2000).default(''),
    shared: z.boolean().default(false),
    query: QueryInput,
  }),
  output: SavedQuery,
  status: 200,
  problems: ['unknown-metric', 'unsupported-grouping', 'conflict'],
  example: {
    input: {
      name: 'Delivery, last year',
      shared: true,
      query: {
        queries: ['deployment-frequency', 'lead-time-for-changes'],
        dateRange: { start: '2026-01-01', end: '2026-12-31' },
      },
    },
  },
});

export const deleteSavedQuery = defineOperation({
  id: 'deleteSavedQuery',
  kind: 'mutation',
  method: 'DELETE',
  path: '/queries/{id}',
  tag,
  summary: 'Delete a saved query',
  access: 'data:read',
  input: z.strictObject({ id: SavedQueryId }),
  output: z.null(),
  status: 204,
  problems: ['not-found', 'not-owner'],
});
