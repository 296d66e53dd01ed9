import type { Attributes, Span, TracesExport } from './schema.ts';

/** A span with its resource and its place in the export. */
export interface CiSpan {
  readonly span: Span;
  readonly own: Attributes;
  readonly resource: Attributes;
  /** Distinct within the export. */
  readonly key: string;
  readonly parent: CiSpan | undefined;
  readonly isRoot: boolean;
  /** Where it waited in a queue, if a child tells so. */
  queue: Span | undefined;
}

/** The first of several attributes that a span or else its resource has. */
export const attribute = ({ own, resource }: CiSpan, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = own.get(name) ?? resource.get(name);
    if (value !== undefined) return value;
  }
  return null;
};

/** All spans of an export, each linked to its parent where the export has it. */
export const spansOf = ({ resourceSpans }: TracesExport): CiSpan[] => {
  const spans = resourceSpans.flatMap(({ resource, scopeSpans, instrumentationLibrarySpans }) => {
    const attributes: Attributes = resource?.attributes ?? new Map();
    return [...(scopeSpans ?? []), ...(instrumentationLibrarySpans ?? [])]
      .flatMap((scope) => scope.spans ?? [])
      .map((span) => ({
        span,
        own: span.attributes,
        resource: attributes,
        key: `${span.traceId}/${span.spanId}`,
        parent: undefined as CiSpan | undefined,
        isRoot: !/[^0]/.test(span.parentSpanId ?? ''),
        queue: undefined as Span | undefined,
      }));
  });
  const byKey = new Map(spans.map((one) => [one.key, one]));
  for (const one of spans)
    if (!one.isRoot) one.parent = byKey.get(`${one.span.traceId}/${one.span.parentSpanId}`);
  for (const one of spans) if (isQueue(one) && one.parent) one.parent.queue = one.span;
  return spans;
};

/** A span of its own for the time in a queue, as GitHub’s receiver makes one below each job. */
export const isQueue = ({ own }: CiSpan): boolean =>
  own.has('cicd.pipeline.run.queue.duration') && !own.has(TASK_ID) && !own.has(RUN_ID);

export const RUN_ID = 'cicd.pipeline.run.id';
export const TASK_ID = 'cicd.pipeline.task.run.id';
export const TASK_NAME = 'cicd.pipeline.task.name';
