import type { WebhookRows } from '../webhook-source.ts';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { cdeventsSource } from './index.ts';

type Json = Record<string, unknown>;

export const AT = '2026-03-01T12:00:00.5Z';

/** For tests: an event of `pipelinerun.finished` and the like, in the form of the 0.4 specification. */
export const cdEvent = (
  name: string,
  content: Json = {},
  changes: { subject?: Json; context?: Json; customData?: unknown } = {},
): Json => ({
  context: {
    version: '0.4.1',
    id: 'event-1',
    source: '/ci/tekton',
    type: `dev.cdevents.${name}.0.2.0`,
    timestamp: AT,
    ...changes.context,
  },
  subject: { id: 'subject-7', source: '/ci/tekton', type: name.split('.')[0], content, ...changes.subject },
  ...(changes.customData === undefined ? {} : { customData: changes.customData }),
});

/** For tests: maps an event through `head`, as the server does. */
export const mapEvent = (payload: unknown, headers: Record<string, string> = {}): WebhookRows => {
  const { event } = cdeventsSource.head({ headers, body: JSON.stringify(payload) }, payload);
  return mapChecked(cdeventsSource, event, payload, headers)[0] ?? {};
};

/** For tests: why an event is refused. */
export const refusal = (payload: unknown): string =>
  refusalOf(cdeventsSource, cdeventsSource.head({ headers: {}, body: '' }, payload).event, payload);
