import { firstHttpUrl, fit } from '../../fit-text.ts';
import { branchOf, shaOrNull } from '../fields.ts';
import { repositoryOfScm } from '../jenkins/repository-of-scm.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { placeOf, repositoryName, repositoryOfBuild } from './place.ts';
import { runOfBuild, stateOf } from './run-of-build.ts';
import { Build, RunChange } from './schema.ts';
import type { Envelope } from './schema.ts';
import { resourceOf } from './resource-of.ts';

/** A build that has ended; null where no time of it is told. */
export const mapBuild = (envelope: Envelope): WebhookRows | null => {
  const build = resourceOf(Build, envelope);
  const { project, definition } = build;
  const place = placeOf(
    repositoryOfBuild(project?.name, build.repository),
    project?.name,
    definition?.name,
    envelope.resourceContainers?.project?.id,
  );
  const run = runOfBuild(build, place.repository);
  if (run.status === 'completed') run.finishedAt ??= envelope.createdDate;
  return (run.queuedAt ?? run.startedAt ?? run.finishedAt) ? { ...place.to, runs: [run] } : null;
};

/** A run in a new state. Its id is that of its build, so both events tell of one run. */
export const mapRun = (envelope: Envelope): WebhookRows | null => {
  const { run, pipeline, project, repositories } = resourceOf(RunChange, envelope);
  const self = run.resources?.repositories?.['self'];
  const [first] = repositories ?? [];
  const place = placeOf(
    repositoryOfScm(first?.url) ??
      repositoryName(project?.name, self?.repository?.fullName ?? self?.repository?.name),
    project?.name,
    pipeline?.name,
    envelope.resourceContainers?.project?.id,
  );
  const state = stateOf(run.state, run.result);
  const queuedAt = run.createdDate;
  // The event of a started run comes as it starts; that of an ended one says nothing of the start.
  const startedAt =
    state.status === 'running' && run.state?.toLowerCase() === 'inprogress' ? envelope.createdDate : null;
  const finishedAt = state.status === 'completed' ? (run.finishedDate ?? envelope.createdDate) : null;
  if (!queuedAt && !startedAt && !finishedAt) return null;
  const row = {
    externalId: run.id,
    source: 'azure-devops',
    repository: place.repository,
    job: fit(pipeline?.name, 255) ?? 'build',
    branch: branchOf(self?.refName),
    commit: shaOrNull(self?.version ?? first?.change?.version),
    ...state,
    attempt: 1,
    queuedAt,
    startedAt,
    finishedAt,
    url: firstHttpUrl(run._links?.web?.href),
  };
  return { ...place.to, runs: [row] };
};
