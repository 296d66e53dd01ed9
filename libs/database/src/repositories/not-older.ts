import { sql } from 'kysely';

/** Guard of a bulk write: the sent row is not older than the stored one, as far as both tell their age. */
export const NOT_OLDER = sql<boolean>`(excluded.updated_at is null or t.updated_at is null or excluded.updated_at >= t.updated_at)`;
