import type { ActorRef } from '@codemetrics/contracts';
import type { z } from 'zod';
import { fit } from '../../fit-text.ts';
import { actorOf } from '../fields.ts';
import type { BitbucketUser, Repository } from './schema.ts';

/** Whose rows an event’s are. */
export const repositoryOf = (repository: z.output<typeof Repository>) => {
  const defaultBranch = fit(repository.mainbranch?.name, 255);
  return { repository: repository.full_name, ...(defaultBranch ? { defaultBranch } : {}) };
};

/** An account as an actor; access tokens and apps are accounts of the type `app_user`. */
export const personOf = (user: BitbucketUser): ActorRef | null =>
  actorOf(user?.nickname ?? user?.display_name, user?.type === 'app_user');
