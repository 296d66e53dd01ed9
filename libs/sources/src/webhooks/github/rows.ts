import type { ActorRef } from '@codemetrics/contracts';
import { fit } from '../../fit-text.ts';
import type { WebhookRows } from '../webhook-source.ts';
import type { GithubRepository, GithubUser } from './schema.ts';

/** The rows of one GitHub event. */
export type GithubRows = WebhookRows;

/** The rows of an event, with the lists that it has nothing for left empty. */
export const rowsOf = (
  repository: GithubRepository,
  rows: Partial<Pick<GithubRows, 'runs' | 'deployments' | 'changes' | 'commits'>>,
): GithubRows => {
  const defaultBranch = fit(repository.default_branch, 255);
  return {
    repository: repository.full_name,
    ...(defaultBranch ? { defaultBranch } : {}),
    runs: rows.runs ?? [],
    deployments: rows.deployments ?? [],
    changes: rows.changes ?? [],
    commits: rows.commits ?? [],
  };
};

/** A GitHub account as an actor; null where the payload names none (a deleted account). */
export const actorOf = (user: GithubUser | null | undefined): ActorRef | null => {
  const name = fit(user?.login, 200);
  return name ? { name, kind: user?.type === 'Bot' ? 'bot' : kindOf(name) } : null;
};

/** Names that end in `[bot]` belong to GitHub Apps. */
export const kindOf = (name: string): ActorRef['kind'] => (name.endsWith('[bot]') ? 'bot' : 'user');
