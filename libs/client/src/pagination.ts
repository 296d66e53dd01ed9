import { CodeMetricsError } from './code-metrics-error.ts';
import type { CallOptions } from './options.ts';

/** What every paged answer has. */
export interface Page {
  readonly nextCursor: string | null;
}

/** A call that answers in pages. */
export type PagedCall<I, O extends Page> = (input: I, options?: CallOptions) => Promise<O>;

type ArrayField<O> = { [K in keyof O]: O[K] extends readonly unknown[] ? K : never }[keyof O];
type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;

/** The rows of a page: the elements of its one array field; `never` where there are several. */
export type RowOf<O> =
  IsUnion<ArrayField<O>> extends false
    ? O[ArrayField<O>] extends readonly (infer Row)[]
      ? Row
      : never
    : never;

/**
 * Reads a listing page by page, on from `input.cursor` if there is one; `input.limit` is the size of a page.
 * Leaving the loop ends it.
 */
export async function* pages<I, O extends Page>(
  list: PagedCall<I, O>,
  input?: NonNullable<I>,
  options?: CallOptions,
): AsyncGenerator<O, void, undefined> {
  let cursor = (input as { readonly cursor?: string } | undefined)?.cursor;
  for (;;) {
    const page = await list({ ...input, ...(cursor === undefined ? {} : { cursor }) } as I, options);
    yield page;
    if (page.nextCursor === null) return;
    if (page.nextCursor === cursor)
      throw new CodeMetricsError('unexpected-answer', 'The listing does not move on: its cursor came back.', {
        status: 200,
      });
    cursor = page.nextCursor;
  }
}

/** Reads a listing row by row: `for await (const run of paginate(client.pipelineRuns.list, { workload: 'x' }))`. */
export async function* paginate<I, O extends Page>(
  list: PagedCall<I, O>,
  input?: NonNullable<I>,
  options?: CallOptions,
): AsyncGenerator<RowOf<O>, void, undefined> {
  for await (const page of pages(list, input, options)) {
    const [rows, ...others] = Object.values(page).filter(Array.isArray);
    if (rows === undefined || others.length > 0)
      throw new TypeError('A page must have exactly one list of rows.');
    yield* rows as RowOf<O>[];
  }
}
