import type { ActorRef } from '@codemetrics/contracts';
import { fit } from '../../fit-text.ts';
import type { WebhookRows } from '../webhook-source.ts';
import type { GithubRepository, GithubUser } from './schema.ts';

/** The rows of one GitHub event. */
export type GithubRows = WebhookRows;

/** The rows of an event of a repository. */
export const rowsOf = (
  repository: GithubRepository,
  rows: Omit<GithubRows, 'repository' | 'services' | 'defaultBranch'>,
): GithubRows => {
  const defaultBranch = fit(repository.default_branch, 255);
  return {
    repository: repository.full_name,
    ...(defaultBranch ? { defaultBranch } : {}),
    ...rows,
  };
};

/** A GitHub account as an actor; null where the payload names none (a deleted account). */
export const actorOf = (user: GithubUser | null | undefined): ActorRef | null => {
  const name = fit(user?.login, 200);
  return name ? { name, kind: user?.type === 'Bot' ? 'bot' : kindOf(name) } : null;
};

/** Names that end in `[bot]` belong to GitHub Apps. */
export const kindOf = (name: string): ActorRef['kind'] => (name.endsWith('[bot]') ? 'bot' : 'user');
