import { z } from 'zod';
import { MAX_REPORT_BYTES, reportPlace } from '../common/report.ts';
import { defineOperation } from '../common/operation.ts';
import { line } from '../common/text.ts';

/** How grave a finding is: from the rule's `security-severity`, else from the level. */
export const FindingSeverity = z.enum(['critical', 'high', 'medium', 'low', 'none']);
export type FindingSeverity = z.output<typeof FindingSeverity>;

export const uploadVulnerabilities = defineOperation({
  id: 'uploadVulnerabilities',
  kind: 'mutation',
  method: 'POST',
  path: '/vulnerabilities',
  tag: 'Vulnerabilities',
  summary: 'Send a SARIF 2.1.0 report as it is',
  description:
    'A finding is open from the first report that has it to the first later report of the same tool, repository and branch that hasn’t. Suppressed results are no findings. Idempotent by repository, commit, branch, tool and `name`: sending a report again replaces it.',
  access: 'data:write',
  input: z.strictObject({
    ...reportPlace,
    name: line(100).optional().describe('Tells several analyses of one tool apart, such as `api` and `web`.'),
    report: z.string().max(MAX_REPORT_BYTES),
  }),
  output: z.object({
    received: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    tools: z.array(z.object({ tool: z.string(), findings: z.int(), suppressed: z.int() })),
  }),
  status: 200,
  problems: ['invalid-report', 'unknown-report-format', 'workload-not-found', 'workload-forbidden'],
  rest: {
    rawBody: {
      field: 'report',
      mediaTypes: ['application/json', 'application/sarif+json', 'text/plain', 'application/octet-stream'],
      limitBytes: MAX_REPORT_BYTES,
      stream: true,
    },
  },
  example: {
    input: { report: '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan"}},"results":[]}]}' },
  },
});
