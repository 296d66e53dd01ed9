import { firstHttpUrl, fit } from '../../fit-text.ts';
import { codeHostRepository } from '../code-host-repository.ts';
import { repositoryOfUrl, shaOrNull } from '../fields.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { readPurl } from './read-purl.ts';
import type { CdEvent, Reference } from './schema.ts';

/** Where an event belongs, as far as it tells. */
export interface Place {
  /** The repository, or else the name that stands in for it in rows which need one. */
  readonly repository: string;
  readonly isKnown: boolean;
  readonly commit: string | null;
  /** Which workloads the rows go to. */
  readonly claim: Pick<WebhookRows, 'repository' | 'services'>;
}

/**
 * The repository: of the subject, else of the sender's own data, of the artifact, of a page of a code host. Most events
 * name none; a workload may also claim them by the service, the artifact, the pipeline or the source.
 */
export const placeOf = ({ context, subject, customData }: CdEvent, subjectKind: string): Place => {
  const { content } = subject;
  const artifact = readPurl(content.artifactId);
  const repository =
    repositoryOf(content.repository) ??
    fit(customData.repository, 180) ??
    artifact.repository ??
    codeHostRepository(firstHttpUrl(content.uri, content.url)) ??
    codeHostRepository(subject.source) ??
    codeHostRepository(context.source);
  const services = serviceNames(
    content.service?.id,
    subjectKind === 'service' ? subject.id : null,
    ...artifact.names,
    content.pipelineName,
    content.group,
    subject.source,
    context.source,
  );
  return {
    repository: repository ?? services[0] ?? 'unknown',
    isKnown: repository !== null,
    commit: shaOrNull(customData.commit) ?? artifact.commit,
    claim: { ...(repository === null ? {} : { repository }), services },
  };
};

/** A reference has an id that is a name, an address or neither, and at times an address of its own. */
const repositoryOf = (reference: Reference): string | null => {
  if (!reference) return null;
  const { id, name, url } = reference;
  if (id?.includes('://')) return repositoryOfUrl(id);
  return (id?.includes('/') ? fit(id, 180) : null) ?? repositoryOfUrl(url) ?? fit(name, 180) ?? fit(id, 180);
};
