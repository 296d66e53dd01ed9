import { fit } from '../../fit-text.ts';
import { codeHostRepository } from '../code-host-repository.ts';
import { branchOf, repositoryOfUrl, shaOrNull } from '../fields.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { attribute } from './ci-span.ts';
import type { CiSpan } from './ci-span.ts';

/** Where a span belongs. */
export interface Place {
  /** The repository, or else the name that stands in for it in rows which need one. */
  readonly repository: string;
  readonly claim: Pick<WebhookRows, 'repository' | 'services'>;
  readonly branch: string | null;
  readonly commit: string | null;
}

/** The repository by its address, its owner and name, the address of the run, or its name; else the service's name. */
export const placeOf = (one: CiSpan): Place => {
  const repository = repositoryOf(one);
  const services = serviceNames(attribute(one, 'service.name'), attribute(one, 'cicd.pipeline.name'));
  const isTag = attribute(one, 'vcs.ref.head.type', 'vcs.ref.type') === 'tag';
  return {
    repository: repository ?? services[0] ?? 'unknown',
    claim: repository === null ? { services } : { repository },
    branch: isTag ? null : branchOf(attribute(one, 'vcs.ref.head.name', 'vcs.ref.head')),
    commit: shaOrNull(attribute(one, 'vcs.ref.head.revision')),
  };
};

const repositoryOf = (one: CiSpan): string | null => {
  const address = repositoryOfUrl(attribute(one, 'vcs.repository.url.full'));
  if (address !== null) return address;
  const owner = attribute(one, 'vcs.owner.name');
  const name = attribute(one, 'vcs.repository.name');
  if (owner && name && !name.includes('/')) return fit(`${owner}/${name}`, 180);
  return (
    (name?.includes('/') ? fit(name, 180) : null) ??
    codeHostRepository(attribute(one, 'cicd.pipeline.run.url.full')) ??
    codeHostRepository(attribute(one, 'cicd.pipeline.task.run.url.full')) ??
    fit(name, 180)
  );
};
