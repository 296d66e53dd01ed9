import { mapChecked, refusalOf } from '../map-checked.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { opentelemetrySource } from './index.ts';

type Json = Record<string, unknown>;
type Values = Readonly<Record<string, unknown>>;

/** For tests: attributes as OTLP writes them. */
const attributes = (values: Values): Json[] =>
  Object.entries(values).map(([key, value]) => ({ key, value: valueOf(value) }));

const valueOf = (value: unknown): Json => {
  if (typeof value === 'number') return { intValue: String(value) };
  return Array.isArray(value) ? { arrayValue: { values: value.map(valueOf) } } : { stringValue: value };
};

/** 12:00 of 1 March 2026, and so many seconds later. */
export const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 1, 12) + seconds * 1000);

/** For tests: a span from one second to another. */
export const span = (
  id: string,
  parent: string,
  seconds: readonly [number, number],
  values: Values = {},
  more: Json = {},
): Json => ({
  traceId: 't1',
  spanId: id,
  parentSpanId: parent,
  name: `span ${id}`,
  kind: 1,
  startTimeUnixNano: `${at(seconds[0]).getTime()}000000`,
  endTimeUnixNano: `${at(seconds[1]).getTime()}000000`,
  attributes: attributes(values),
  status: {},
  ...more,
});

export const resource = (values: Values, ...spans: readonly Json[]): Json => ({
  resource: { attributes: attributes(values) },
  scopeSpans: [{ scope: {}, spans }],
});

/** For tests: maps an export, each row of it through its contract. */
export const mapExport = (...resourceSpans: readonly Json[]): readonly WebhookRows[] =>
  mapChecked(opentelemetrySource, 'traces', { resourceSpans });

/** For tests: why an export is refused. */
export const refusal = (content: unknown): string => refusalOf(opentelemetrySource, 'traces', content);
