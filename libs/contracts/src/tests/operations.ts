import { z } from 'zod';
import { MAX_REPORT_BYTES, reportPlace } from '../common/report.ts';
import { defineOperation } from '../common/operation.ts';
import { ExternalId, line } from '../common/text.ts';

const Totals = z.object({
  total: z.int(),
  passed: z.int(),
  failed: z.int(),
  errors: z.int(),
  skipped: z.int(),
});

export const uploadTests = defineOperation({
  id: 'uploadTests',
  kind: 'mutation',
  method: 'POST',
  path: '/tests',
  tag: 'Tests',
  summary: 'Send a JUnit XML report as it is',
  description:
    'Counted from its test cases, not from what its suites declare. Idempotent by repository, commit, branch, `name` and `run`: sending a report again replaces it. Name the run (and its attempt), so that a second try of the same commit stands beside the first: flakiness is told from both.',
  access: 'data:write',
  input: z.strictObject({
    ...reportPlace,
    name: line(100)
      .optional()
      .describe('Tells several reports of one commit apart, such as `unit` and `e2e`.'),
    run: ExternalId.optional().describe('The run and attempt that made it, such as `4711-2`.'),
    report: z.string().max(MAX_REPORT_BYTES),
  }),
  output: z.object({
    received: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    tests: Totals.describe('Test cases by outcome.'),
    durationSeconds: z.number(),
  }),
  status: 200,
  problems: ['invalid-report', 'unknown-report-format', 'workload-not-found', 'workload-forbidden'],
  rest: {
    rawBody: {
      field: 'report',
      mediaTypes: ['application/xml', 'text/xml', 'text/plain', 'application/octet-stream'],
      limitBytes: MAX_REPORT_BYTES,
      stream: true,
    },
  },
  example: {
    input: {
      report: '<testsuite name="cart"><testcase classname="cart" name="adds up" time="0.012"/></testsuite>',
    },
  },
});
