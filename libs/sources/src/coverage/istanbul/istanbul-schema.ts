import { z } from 'zod';
import { MAX_LINE_NUMBER } from '../coverage-limits.ts';

const Count = z.number().min(0);
const Total = z.int().min(0).max(2_000_000_000);

const Totals = z.object({ total: Total, covered: Total }).refine((one) => one.covered <= one.total, {
  error: 'covers more than there is',
});

/** One entry of `coverage-summary.json`. */
export const IstanbulSummary = z.object({ lines: Totals, branches: Totals.optional() });
export type IstanbulSummary = z.output<typeof IstanbulSummary>;

const Line = z.int().min(0).max(MAX_LINE_NUMBER);

/** One file of `coverage-final.json`. */
export const IstanbulFile = z.object({
  statementMap: z.record(z.string(), z.object({ start: z.object({ line: Line }) })),
  s: z.record(z.string(), Count),
  b: z.record(z.string(), z.array(Count)).optional(),
});
export type IstanbulFile = z.output<typeof IstanbulFile>;
