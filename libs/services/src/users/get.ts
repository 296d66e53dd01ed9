import { DomainError } from '@codemetrics/contracts';
import { findUser, listProvidersOf } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { toUser } from './to-user.ts';

export const getUser: Verb<'users', 'get'> = async (deps, _actor, input) => {
  const user = await findUser(deps.db, input.userId);
  if (!user) throw new DomainError('not-found');
  const providers = await listProvidersOf(deps.db, [user.user_id]);
  return toUser(user, providers.get(user.user_id));
};
