import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { SavedQueriesTable } from '../tables/queries.ts';

/** A saved query with the user name of its owner. */
export type SavedQueryRow = SavedQueriesTable & { readonly owner: string };

const select = (db: Executor) =>
  db
    .selectFrom('saved_queries as q')
    .innerJoin('users as u', 'u.user_id', 'q.owner_id')
    .selectAll('q')
    .select('u.username as owner');

/** One saved query, whoever owns it. */
export const findSavedQuery = (db: Executor, id: string): Promise<SavedQueryRow | undefined> =>
  select(db).where('q.query_id', '=', id).executeTakeFirst();

/** A user's own and those that are shared, by id. */
export const listSavedQueries = (
  db: Executor,
  filter: { readonly userId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<SavedQueryRow[]> => {
  let query = select(db)
    .where((eb) => eb.or([eb('q.owner_id', '=', filter.userId), eb('q.shared', '=', true)]))
    .orderBy('q.query_id')
    .limit(filter.limit);
  if (filter.after !== undefined) query = query.where('q.query_id', '>', filter.after);
  return query.execute();
};

/**
 * Saves a query under its id, unless somebody else's stands there.
 * @returns whether it was saved
 */
export const saveSavedQuery = async (
  db: Executor,
  row: Omit<SavedQueriesTable, 'created_at' | 'updated_at'>,
  now: Date,
  mayReplace: boolean,
): Promise<boolean> => {
  const query = sql<Record<string, unknown>>`${JSON.stringify(row.query)}::jsonb`;
  const saved = await db
    .insertInto('saved_queries')
    .values({ ...row, query, created_at: now, updated_at: now })
    .onConflict((oc) =>
      oc
        .column('query_id')
        .doUpdateSet({
          name: row.name,
          description: row.description,
          shared: row.shared,
          query,
          updated_at: now,
        })
        .where((eb) => (mayReplace ? eb.lit(true) : eb('saved_queries.owner_id', '=', row.owner_id))),
    )
    .returning('query_id')
    .executeTakeFirst();
  return saved !== undefined;
};

/** Deletes a saved query. */
export const deleteSavedQuery = async (db: Executor, id: string): Promise<void> => {
  await db.deleteFrom('saved_queries').where('query_id', '=', id).execute();
};
