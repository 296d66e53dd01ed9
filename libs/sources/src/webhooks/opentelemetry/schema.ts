import { z } from 'zod';
import { Text } from '../fields.ts';

const MAX_SPANS = 10_000;
const MAX_NANO = 2n ** 64n;
const NO_TIME = 'must be nanoseconds since 1970';

/** OTLP writes 64-bit integers as text; older exporters as numbers. Kept in milliseconds; 0 stands for no time. */
const Nanoseconds = z
  .union([z.string().regex(/^\d{1,20}$/, { error: NO_TIME }), z.number().min(0, { error: NO_TIME })], {
    error: NO_TIME,
  })
  .transform((value, context) => {
    const at =
      typeof value === 'number' ? value : Number(BigInt(value) < MAX_NANO ? BigInt(value) : MAX_NANO);
    const ms = Math.round(at / 1e6);
    if (ms < Date.UTC(2200, 0, 1)) return ms === 0 ? null : new Date(ms);
    context.addIssue({ code: 'custom', message: NO_TIME });
    return z.NEVER;
  })
  .nullish();

/** A value that is a single text or number, or a list of them; others are not read. */
const Single = z
  .object({
    stringValue: z.string(),
    intValue: z.union([z.string(), z.number()]),
    doubleValue: z.union([z.string(), z.number()]),
    boolValue: z.boolean(),
  })
  .partial()
  .transform((value) => {
    const single = value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue;
    return single === undefined ? null : String(single);
  })
  .catch(null);
const List = z
  .object({ arrayValue: z.object({ values: z.array(Single) }) })
  .transform(
    ({ arrayValue }) => arrayValue.values.find((one) => one !== null && one !== 'self-hosted') ?? null,
  );

const Attributes = z
  .array(z.object({ key: z.string(), value: z.union([List, Single]).nullish() }))
  .nullish()
  .transform(
    (list) => new Map((list ?? []).flatMap(({ key, value }) => (value ? [[key, value] as const] : []))),
  );
export type Attributes = z.output<typeof Attributes>;

const Span = z.object({
  traceId: Text,
  spanId: Text,
  parentSpanId: Text,
  name: Text,
  kind: z.union([z.string(), z.number()]).nullish(),
  startTimeUnixNano: Nanoseconds,
  endTimeUnixNano: Nanoseconds,
  attributes: Attributes,
  status: z.object({ code: z.union([z.string(), z.number()]).nullish() }).nullish(),
});
export type Span = z.output<typeof Span>;

const Scopes = z.array(z.object({ spans: z.array(Span).nullish() })).nullish();

/** An export of spans. `instrumentationLibrarySpans` is what `scopeSpans` was called before OTLP 0.19. */
export const TracesExport = z
  .object({
    resourceSpans: z.array(
      z.object({
        resource: z.object({ attributes: Attributes }).nullish(),
        scopeSpans: Scopes,
        instrumentationLibrarySpans: Scopes,
      }),
    ),
  })
  .superRefine(({ resourceSpans }, context) => {
    const spans = resourceSpans.flatMap((one) => [
      ...(one.scopeSpans ?? []),
      ...(one.instrumentationLibrarySpans ?? []),
    ]);
    const count = spans.reduce((sum, scope) => sum + (scope.spans?.length ?? 0), 0);
    if (count > MAX_SPANS)
      context.addIssue({
        code: 'custom',
        path: ['resourceSpans'],
        message: `must not hold more than ${MAX_SPANS} spans`,
      });
  });
export type TracesExport = z.output<typeof TracesExport>;
