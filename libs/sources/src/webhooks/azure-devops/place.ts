import type { ActorRef } from '@codemetrics/contracts';
import { fit } from '../../fit-text.ts';
import { actorOf } from '../fields.ts';
import { repositoryOfScm } from '../jenkins/repository-of-scm.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';

type Text = string | null | undefined;

/** Where rows go, and the repository that they name. */
export interface Place {
  readonly to: Pick<WebhookRows, 'repository' | 'services'>;
  readonly repository: string;
}

/** The place of a known repository, else of the first of several names of the project. */
export const placeOf = (repository: Text, ...names: readonly Text[]): Place => {
  const known = fit(repository, 180);
  if (known !== null) return { to: { repository: known }, repository: known };
  const services = serviceNames(...names);
  return { to: { services }, repository: services[0] ?? 'unknown' };
};

/** `PROJECT/NAME` of a repository of Azure Repos; one of another host has its owner in its name. */
export const repositoryName = (project: Text, name: Text): string | null => {
  const [owner, own] = [fit(project, 120), fit(name, 180)];
  if (own === null || isGuid(own)) return null;
  return own.includes('/') || owner === null ? own : fit(`${owner}/${own}`, 180);
};

/** A build names its repository by its name, by `OWNER/NAME` as its id (GitHub), or only by its address. */
export const repositoryOfBuild = (
  project: Text,
  repository:
    | { readonly id?: Text; readonly name?: Text; readonly type?: Text; readonly url?: Text }
    | null
    | undefined,
): string | null => {
  const { id, name, type, url } = repository ?? {};
  const named = repositoryName(project, name);
  if (type?.toLowerCase() === 'tfsgit') return named ?? repositoryOfScm(url);
  return repositoryOfScm(url) ?? (id?.includes('/') ? fit(id, 180) : named);
};

const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The accounts that Azure DevOps itself works with. */
const SERVICE_ACCOUNT = /\bBuild Service\b|^Microsoft\.|^Azure (DevOps|Pipelines)\b/i;

export const personOf = (identity: { readonly displayName?: Text } | null | undefined): ActorRef | null =>
  actorOf(identity?.displayName, SERVICE_ACCOUNT.test(identity?.displayName ?? ''));
