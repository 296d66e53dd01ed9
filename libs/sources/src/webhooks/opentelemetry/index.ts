import { bearerToken } from '../bearer-token.ts';
import { verifyToken } from '../verify-token.ts';
import type { WebhookSource } from '../webhook-source.ts';
import { mapTraces } from './map-traces.ts';

const SIGNALS = new Map([
  ['resourceSpans', 'traces'],
  ['resourceMetrics', 'metrics'],
  ['resourceLogs', 'logs'],
]);

/** Spans of CI/CD systems in OpenTelemetry's conventions, over OTLP/HTTP in JSON. */
export const opentelemetrySource: WebhookSource = {
  id: 'opentelemetry',
  title: 'OpenTelemetry',
  proof:
    'The secret is the bearer token of each export (`Authorization: Bearer SECRET`), or stands in `X-CodeMetrics-Token`.',
  events: ['traces'],
  headers: [],
  verify: (secret, { headers }) =>
    // Both are always compared, so that the time tells nothing of which header was sent.
    [bearerToken(headers['authorization']), headers['x-codemetrics-token']]
      .map((sent) => verifyToken(secret, sent))
      .includes(true),
  head: (_delivery, payload) => ({ event: signalOf(payload), deliveryId: null }),
  map: (event, payload) => (event === 'traces' ? mapTraces(payload) : []),
};

/** An export has one signal; the body alone tells which. */
const signalOf = (payload: unknown): string => {
  if (typeof payload !== 'object' || payload === null) return 'unknown';
  for (const [field, signal] of SIGNALS) if (Object.hasOwn(payload, field)) return signal;
  return 'unknown';
};
