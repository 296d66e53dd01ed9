import type { SavedQuery } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor, SavedQueryRow } from '@codemetrics/database';
import { findSavedQuery } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';

export const toSavedQuery = (row: SavedQueryRow): SavedQuery => ({
  id: row.query_id,
  name: row.name,
  description: row.description,
  shared: row.shared,
  owner: row.owner,
  query: row.query,
  created: row.created_at.toISOString(),
  updated: row.updated_at.toISOString(),
});

/** Whether the caller may change what somebody owns. */
export const mayChange = (actor: Actor, ownerId: string): boolean => {
  const { userId, role } = known(actor);
  return userId === ownerId || role === 'admin';
};

/** A saved query that the caller may read; another answers as one that does not exist. */
export const readableQuery = async (db: Executor, actor: Actor, id: string): Promise<SavedQueryRow> => {
  const row = await findSavedQuery(db, id);
  if (!row || !(row.shared || mayChange(actor, row.owner_id)))
    throw new DomainError('not-found', { detail: `There is no saved query ${id}.` });
  return row;
};
