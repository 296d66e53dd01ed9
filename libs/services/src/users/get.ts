import { DomainError } from '@codemetrics/contracts';
import { findUser } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { toUser } from './to-user.ts';

export const getUser: Verb<'users', 'get'> = async (deps, _actor, input) => {
  const user = await findUser(deps.db, input.userId);
  if (!user) throw new DomainError('not-found');
  return toUser(user);
};
