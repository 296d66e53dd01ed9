import type { ActorRef } from '@codemetrics/contracts';
import { fit } from '../../fit-text.ts';
import { actorOf, branchOf, repositoryOfUrl, shaOrNull } from '../fields.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import type { CircleciEvent } from './schema.ts';

/** What an event tells of the code that ran. */
export interface Place {
  /** Where its rows go. */
  readonly to: Pick<WebhookRows, 'repository' | 'services'>;
  readonly repository: string;
  readonly branch: string | null;
  readonly commit: string | null;
  readonly event: string | null;
  readonly actor: ActorRef | null;
}

/** A repository by the project’s slug (`gh/acme/shop`), else by its address; a project without either by its names. */
export const placeOf = ({ project, organization, pipeline }: CircleciEvent): Place => {
  const vcs = pipeline?.vcs;
  const git = pipeline?.trigger_parameters?.git;
  const slugged = /^(?:gh|github|bb|bitbucket)\/([^/]+\/[^/]+)$/i.exec(project?.slug ?? '')?.[1];
  const repository =
    fit(slugged, 180) ??
    repositoryOfUrl(vcs?.target_repository_url) ??
    repositoryOfUrl(vcs?.origin_repository_url) ??
    repositoryOfUrl(git?.repo_url);
  const owned = [organization?.name, project?.name].filter(Boolean).join('/');
  return {
    to: repository
      ? { repository }
      : { services: serviceNames(owned, project?.name, project?.slug, project?.id) },
    repository: repository ?? fit(owned, 255) ?? 'unknown',
    branch: branchOf(vcs?.branch ?? git?.branch),
    commit: shaOrNull(vcs?.revision ?? git?.checkout_sha),
    event: fit(pipeline?.trigger?.type, 100),
    // CircleCI names nobody who started it; whoever wrote the commit comes closest.
    actor: actorOf(vcs?.commit?.author?.name ?? git?.commit_author_name),
  };
};
