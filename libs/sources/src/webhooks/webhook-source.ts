import type {
  ChangeInput,
  CommitInput,
  DeploymentInput,
  PipelineRunInput,
  SourceId,
} from '@codemetrics/contracts';

type WithoutWorkload<Row> = Omit<Row, 'workload'>;

/** What one event says, as canonical rows; the caller adds the workload. Every row fits the contract's limits. */
export interface WebhookRows {
  /** Full name, such as `acme/shop-api`. */
  readonly repository: string;
  readonly defaultBranch?: string;
  readonly runs: readonly WithoutWorkload<PipelineRunInput>[];
  readonly deployments: readonly WithoutWorkload<DeploymentInput>[];
  readonly changes: readonly WithoutWorkload<ChangeInput>[];
  readonly commits: readonly WithoutWorkload<CommitInput>[];
}

/** A provider that sends webhooks. */
export interface WebhookSource {
  readonly id: SourceId;
  /** The events that are read; others map to null. */
  readonly events: readonly string[];
  /** Whether the signature header is that of the body as received. Never throws. */
  verify(secret: string, body: Uint8Array | string, signature: string): boolean;
  /** null: the event carries nothing to store. Throws `malformed-body`, which names the field that doesn't fit. */
  map(event: string, payload: unknown): WebhookRows | null;
}
