import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { MAX_REPORT_BYTES, reportPlace } from '../common/report.ts';
import { line } from '../common/text.ts';

/** The report formats that are read. */
export const CoverageFormat = z.enum(['lcov', 'cobertura', 'jacoco', 'clover', 'go', 'istanbul']);
export type CoverageFormat = z.output<typeof CoverageFormat>;

const Totals = z.object({ covered: z.int(), total: z.int() });

export const uploadCoverage = defineOperation({
  id: 'uploadCoverage',
  kind: 'mutation',
  method: 'POST',
  path: '/coverage',
  tag: 'Coverage',
  summary: 'Send a coverage report as it is',
  description:
    'The format is detected, or named with `format`. Totals are counted from the report’s own lines (each file and line once; of Go, statements), not taken from its summary. Idempotent by repository, commit, branch and `name`: sending a report again replaces it.',
  access: 'data:write',
  input: z.strictObject({
    ...reportPlace,
    name: line(100)
      .optional()
      .describe('Tells several reports of one commit apart, such as `unit` and `e2e`; they add up.'),
    format: CoverageFormat.optional(),
    report: z.string().max(MAX_REPORT_BYTES),
  }),
  output: z.object({
    received: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    format: CoverageFormat,
    files: z.int(),
    lines: Totals,
    branches: Totals.nullable(),
  }),
  status: 200,
  problems: ['invalid-report', 'unknown-report-format', 'workload-not-found', 'workload-forbidden'],
  rest: {
    rawBody: {
      field: 'report',
      mediaTypes: [
        'text/plain',
        'application/xml',
        'text/xml',
        'application/json',
        'application/octet-stream',
      ],
      limitBytes: MAX_REPORT_BYTES,
      stream: true,
    },
  },
  example: { input: { report: 'SF:src/checkout.ts\nDA:1,4\nDA:2,0\nend_of_record\n' } },
});
