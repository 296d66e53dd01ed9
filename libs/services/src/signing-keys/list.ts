import type { SigningKey } from '@codemetrics/contracts';
import type { Executor, SigningKeyRow } from '@codemetrics/database';
import { countTokensByKey, listSigningKeys as listRows } from '@codemetrics/database';
import type { Deps } from '../deps.ts';
import type { Verb } from '../verb.ts';

const toSigningKey = (row: SigningKeyRow, held: boolean, activeTokens: number): SigningKey => ({
  kid: row.kid,
  alg: row.alg,
  state: row.state,
  created: row.created_at.toISOString(),
  activated: row.activated_at?.toISOString() ?? null,
  ended: row.ended_at?.toISOString() ?? null,
  held,
  activeTokens,
});

/** Every key with what depends on it. */
export const describeKeys = async (deps: Deps, db: Executor): Promise<SigningKey[]> => {
  const rows = await listRows(db);
  const tokens = await countTokensByKey(db, deps.now());
  const held = new Set(deps.keys.ring().map((key) => key.kid));
  return rows.map((row) =>
    toSigningKey(
      row,
      held.has(row.kid),
      // What an ended key signed is dead, whatever its rows say.
      row.state === 'ended' ? 0 : (tokens.get(row.kid) ?? 0),
    ),
  );
};

export const listSigningKeys: Verb<'keys', 'list'> = async (deps) => {
  await deps.keys.refresh();
  return { keys: await describeKeys(deps, deps.db) };
};
