import { z } from 'zod';

/** The most rows that one call may send. */
export const MAX_BATCH_ROWS = 1000;

/** The largest JSON body, unpacked. */
export const MAX_BODY_BYTES = 5 * 1024 * 1024;

/** A batch under its plural name: `{"runs": [...]}`. */
export const batchOf = <Name extends string, Row extends z.ZodType>(name: Name, row: Row) =>
  z.strictObject({ [name]: z.array(row).min(1).max(MAX_BATCH_ROWS) } as { [K in Name]: z.ZodArray<Row> });

/** What became of the rows of a write. `received` is always the sum of the other three. */
export const WriteCounts = z.object({
  received: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
});
export type WriteCounts = z.output<typeof WriteCounts>;
