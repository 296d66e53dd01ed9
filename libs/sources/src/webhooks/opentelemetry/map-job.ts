import type { WebhookRows } from '../webhook-source.ts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { fitId } from '../fit-id.ts';
import { attribute, TASK_ID, TASK_NAME } from './ci-span.ts';
import type { CiSpan } from './ci-span.ts';
import { TASK_RESULTS } from './conclusion-of.ts';
import type { Place } from './place-of.ts';
import { attemptOf, runIdOf } from './run-of.ts';
import { timesOf } from './times-of.ts';

type Job = NonNullable<WebhookRows['jobs']>[number];

/** The job that a span stands for; null for one without any time. A task's id is unique within its run alone. */
export const mapJob = (one: CiSpan, place: Place): Job | null => {
  const times = timesOf(one, TASK_RESULTS);
  if (times === null) return null;
  const run = runIdOf(one);
  return {
    externalId: fitId(`${run}/${attribute(one, TASK_ID) ?? one.span.spanId ?? ''}`),
    source: 'opentelemetry',
    repository: place.repository,
    run,
    attempt: attemptOf(one),
    name: fit(attribute(one, TASK_NAME), 255) ?? fit(one.span.name, 255) ?? 'task',
    stage: fit(attribute(one, 'cicd.pipeline.task.type')?.toLowerCase(), 100),
    runner: runnerOf(one),
    branch: place.branch,
    commit: place.commit,
    ...times,
    url: firstHttpUrl(attribute(one, 'cicd.pipeline.task.run.url.full')),
  };
};

/** The kind of machine: its first label, else its group, else the machine itself. */
const runnerOf = (one: CiSpan): string | null =>
  fit(
    attribute(
      one,
      'cicd.pipeline.worker.labels',
      'cicd.worker.labels',
      'cicd.pipeline.worker.group.name',
      'cicd.worker.name',
      'cicd.pipeline.worker.name',
    ),
    100,
  );
