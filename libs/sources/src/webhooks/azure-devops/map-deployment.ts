import type { DeploymentInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { lookUp, shaOrNull } from '../fields.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { placeOf, repositoryName } from './place.ts';
import type { Place } from './place.ts';
import { resourceOf } from './resource-of.ts';
import type { Envelope } from './schema.ts';
import { StageDeployment } from './schema-release.ts';
import type { Artifact } from './schema-release.ts';

/** Azure’s states of a stage in ours. What partly succeeded is out there, so it counts as deployed. */
const STATUSES: Readonly<Record<string, DeploymentInput['status']>> = {
  succeeded: 'success',
  partiallysucceeded: 'success',
  failed: 'failure',
  rejected: 'failure',
  canceled: 'cancelled',
};

const MAX_ARTIFACTS = 50;

/** The start of a deployment. */
export const mapDeploymentStarted = (envelope: Envelope): WebhookRows[] => {
  const stage = resourceOf(StageDeployment, envelope);
  const startedAt = stage.deployment?.startedOn ?? envelope.createdDate;
  return rowsOf(envelope, stage, { status: 'running', startedAt });
};

/** The end of a deployment; nothing for a state that is none. */
export const mapDeploymentCompleted = (envelope: Envelope): WebhookRows[] => {
  const stage = resourceOf(StageDeployment, envelope);
  const { deployment, environment } = stage;
  const status = lookUp(STATUSES, environment.status) ?? lookUp(STATUSES, deployment?.deploymentStatus);
  const finishedAt = deployment?.completedOn ?? envelope.createdDate ?? environment.modifiedOn;
  if (!status || !finishedAt) return [];
  return rowsOf(envelope, stage, { status, startedAt: deployment?.startedOn ?? null, finishedAt });
};

type State = Pick<DeploymentInput, 'status' | 'startedAt' | 'finishedAt'>;

/** One deployment is a row for each repository among its artifacts; without any it is of its project. */
const rowsOf = (envelope: Envelope, stage: StageDeployment, state: State): WebhookRows[] => {
  const { environment, deployment, release, project } = stage;
  const releaseId = environment.release?.id ?? environment.releaseId ?? release?.id ?? '0';
  const attempt = deployment?.attempt ?? environment.deploySteps?.at(-1)?.attempt ?? 1;
  const row = {
    externalId: `release-${releaseId.slice(0, 60)}-${environment.id.slice(0, 60)}-${attempt}`,
    source: 'azure-devops',
    environment: fit(environment.name, 200) ?? 'unknown',
    production: null,
    ...state,
    url: firstHttpUrl(environment.release?._links?.web?.href, release?._links?.web?.href),
  };
  const artifacts = [deployment?.release, release, environment.release].flatMap(
    (one) => one?.artifacts ?? [],
  );
  const sources = distinct(
    artifacts.slice(0, MAX_ARTIFACTS).map((artifact) => sourceOf(artifact, project?.name)),
  );
  if (sources.length === 0) {
    const definition = environment.releaseDefinition?.name;
    const place = placeOf(null, project?.name, definition, envelope.resourceContainers?.project?.id);
    sources.push({ place, commit: null });
  }
  return sources.map(({ place, commit }) => ({
    ...place.to,
    deployments: [{ ...row, repository: place.repository, commit }],
  }));
};

interface Source {
  readonly place: Place;
  readonly commit: string | null;
}

/** null: the artifact names no repository, such as a package. */
const sourceOf = (
  { definitionReference: reference }: Artifact,
  project: string | null | undefined,
): Source | null => {
  const { repository, definition, sourceVersion, version, project: own } = reference ?? {};
  const commit = shaOrNull(text(sourceVersion?.id)) ?? shaOrNull(text(version?.id));
  // Of an artifact that is a repository itself, `definition` is that repository.
  const name =
    repository?.name ?? text(repository?.id) ?? (commit && !sourceVersion ? definition?.name : null);
  const known = repositoryName(own?.name ?? project, name);
  return known === null ? null : { place: placeOf(known), commit };
};

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

const distinct = (sources: readonly (Source | null)[]): Source[] => [
  ...new Map(
    sources
      .filter((source) => source !== null)
      .map((source) => [`${source.place.repository} ${source.commit}`, source]),
  ).values(),
];
