import type { WebhookRows } from '../webhook-source.ts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { actorOf } from '../fields.ts';
import { attribute } from './ci-span.ts';
import type { CiSpan } from './ci-span.ts';
import { RUN_RESULTS } from './conclusion-of.ts';
import type { Place } from './place-of.ts';
import { attemptOf, runIdOf } from './run-of.ts';
import { timesOf } from './times-of.ts';

type Run = NonNullable<WebhookRows['runs']>[number];

/** The run that a span stands for; null for one without any time. */
export const mapRun = (one: CiSpan, place: Place): Run | null => {
  const times = timesOf(one, RUN_RESULTS);
  return times === null
    ? null
    : {
        externalId: runIdOf(one),
        source: 'opentelemetry',
        repository: place.repository,
        job: fit(attribute(one, 'cicd.pipeline.name'), 255) ?? fit(one.span.name, 255) ?? 'pipeline',
        branch: place.branch,
        commit: place.commit,
        attempt: attemptOf(one),
        ...times,
        actor: actorOf(
          attribute(one, 'cicd.pipeline.run.sender.login', 'github.workflow.trigger.actor.username'),
        ),
        url: firstHttpUrl(attribute(one, 'cicd.pipeline.run.url.full')),
      };
};
