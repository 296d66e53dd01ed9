import {
  ChangeInput,
  CommitInput,
  DeploymentInput,
  DomainError,
  IncidentInput,
  IssueInput,
  PipelineJobInput,
  PipelineRunInput,
} from '@codemetrics/contracts';
import type { Delivery, WebhookRows, WebhookSource } from './webhook-source.ts';

const CONTRACTS = {
  runs: PipelineRunInput,
  jobs: PipelineJobInput,
  deployments: DeploymentInput,
  changes: ChangeInput,
  commits: CommitInput,
  incidents: IncidentInput,
  issues: IssueInput,
} as const;

/** For tests: maps an event and sends each row through its contract as a client would. */
export const mapChecked = (
  source: WebhookSource,
  event: string,
  content: unknown,
  headers: Delivery['headers'] = {},
): readonly WebhookRows[] => {
  const mapped = source.map(event, content, headers);
  for (const rows of mapped)
    for (const [kind, contract] of Object.entries(CONTRACTS))
      for (const row of rows[kind as keyof typeof CONTRACTS] ?? [])
        contract.parse(JSON.parse(JSON.stringify({ ...row, workload: 'my-team' })));
  return mapped;
};

/** For tests: the refusal of a payload as `code: detail`. */
export const refusalOf = (source: WebhookSource, event: string, content: unknown): string => {
  try {
    return `accepted: ${JSON.stringify(source.map(event, content, {}))}`;
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.detail}`;
    throw error;
  }
};
