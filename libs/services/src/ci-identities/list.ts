import { listCiIdentities as listRows } from '@codemetrics/database';
import { known } from '../actor.ts';
import type { Verb } from '../verb.ts';
import { toCiIdentity } from './to-ci-identity.ts';

export const listCiIdentities: Verb<'ciIdentities', 'list'> = async (deps, actor) => {
  const { role, userId } = known(actor);
  const rows = await listRows(deps.db, role === 'admin' ? undefined : userId);
  return { identities: rows.map(toCiIdentity) };
};
