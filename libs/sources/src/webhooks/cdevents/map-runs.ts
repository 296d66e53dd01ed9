import type { RunConclusion } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { actorOf, branchOf, lookUp } from '../fields.ts';
import type { Mapper } from './mapper.ts';
import { stableId } from './stable-id.ts';
import type { CdEvent } from './schema.ts';

const OUTCOMES: Readonly<Record<string, RunConclusion>> = {
  success: 'success',
  failure: 'failure',
  // The system that ran it broke, not the code; it did not succeed either way.
  error: 'failure',
  cancel: 'cancelled',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  skip: 'skipped',
  skipped: 'skipped',
  timeout: 'timed-out',
};

/** Each event tells one moment; the others are left out, so that what is stored of them stays. */
const momentsOf = (predicate: string, { context, subject }: CdEvent, fallback: RunConclusion = 'neutral') => {
  const { outcome, status } = subject.content;
  if (predicate === 'queued')
    return { status: 'queued', conclusion: null, queuedAt: context.timestamp } as const;
  if (predicate === 'started')
    return { status: 'running', conclusion: null, startedAt: context.timestamp } as const;
  const conclusion = outcome || status ? (lookUp(OUTCOMES, outcome || status) ?? 'neutral') : fallback;
  return { status: 'completed', conclusion, finishedAt: context.timestamp } as const;
};

/** A run of a pipeline. */
export const mapPipelineRun: Mapper = (event, place, predicate) => {
  const { subject, context, customData } = event;
  return {
    runs: [
      {
        externalId: stableId(subject.source || context.source, subject.id),
        source: 'cdevents',
        repository: place.repository,
        job: fit(subject.content.pipelineName, 255) ?? 'pipeline',
        branch: branchOf(customData.branch),
        commit: place.commit,
        attempt: 1,
        ...momentsOf(predicate, event),
        actor: actorOf(customData.author),
        url: firstHttpUrl(subject.content.uri, subject.content.url),
      },
    ],
  };
};

/** A run of a task; one that belongs to no pipeline stands as its own run. */
export const mapTaskRun: Mapper = (event, place, predicate) => ({
  jobs: [{ ...jobOf(event, place), ...momentsOf(predicate, event) }],
});

/** A build, as a job of the stage `build`. It has no outcome: one that has made an artifact has succeeded. */
export const mapBuild: Mapper = (event, place, predicate) => ({
  jobs: [
    {
      ...jobOf(event, place),
      name: 'build',
      stage: 'build',
      ...momentsOf(predicate, event, event.subject.content.artifactId ? 'success' : 'neutral'),
    },
  ],
});

const jobOf = ({ subject, context, customData }: CdEvent, place: Parameters<Mapper>[1]) => {
  const own = stableId(subject.source || context.source, subject.id);
  const { pipelineRun, taskName, uri, url } = subject.content;
  return {
    externalId: own,
    source: 'cdevents',
    repository: place.repository,
    run: pipelineRun?.id ? stableId(pipelineRun.source || context.source, pipelineRun.id) : own,
    attempt: 1,
    name: fit(taskName, 255) ?? 'task',
    branch: branchOf(customData.branch),
    commit: place.commit,
    url: firstHttpUrl(uri, url),
  };
};
