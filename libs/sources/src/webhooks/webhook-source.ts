import type {
  ChangeInput,
  CommitInput,
  DeploymentInput,
  IncidentInput,
  IssueInput,
  PipelineJobInput,
  PipelineRunInput,
  SourceId,
} from '@codemetrics/contracts';

type Rows<Row> = readonly Omit<Row, 'workload'>[];

/**
 * What one event says, as canonical rows; the caller adds the workload. Every row fits the contract's limits. Rows go
 * to every workload that lists `repository`, or one of `services` where the provider knows no repository.
 */
export interface WebhookRows {
  /** Full name, such as `acme/shop-api`. */
  readonly repository?: string;
  /** Names of the same service or project, any of which a workload may list: its id, key and name. */
  readonly services?: readonly string[];
  readonly defaultBranch?: string;
  readonly runs?: Rows<PipelineRunInput>;
  readonly jobs?: Rows<PipelineJobInput>;
  readonly deployments?: Rows<DeploymentInput>;
  readonly changes?: Rows<ChangeInput>;
  readonly commits?: Rows<CommitInput>;
  readonly incidents?: Rows<IncidentInput>;
  readonly issues?: Rows<IssueInput>;
  /** `externalId`s of issues that were deleted at the provider. */
  readonly deletedIssues?: readonly string[];
}

/** A request of a provider, as it came. Names of headers are in lower case. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What is told of a delivery before it is mapped. */
export interface DeliveryHead {
  /** The provider's name of the event; at most 100 characters of one line. */
  readonly event: string;
  /** The provider's id of this delivery, the same when it is sent again; null: the body itself tells it apart. */
  readonly deliveryId: string | null;
}

/** A provider that sends webhooks. */
export interface WebhookSource {
  readonly id: SourceId;
  /** As people write it. */
  readonly title: string;
  /** How it proves itself, for the documentation: one sentence that names the header. */
  readonly proof: string;
  /** The events that are read; others map to nothing. */
  readonly events: readonly string[];
  /** Headers that `head` and `map` read. They are kept with the raw delivery, so never one with a secret. */
  readonly headers: readonly string[];
  /** Whether the delivery proves that its sender knows the secret. In constant time; never throws. */
  verify(secret: string, delivery: Delivery): boolean;
  /** Never throws: an event that can't be told is `unknown`. `payload` is the parsed body. */
  head(delivery: Delivery, payload: unknown): DeliveryHead;
  /** Empty: the event carries nothing to store. Throws `malformed-body`, which names the field that doesn't fit. */
  map(event: string, payload: unknown, headers: Delivery['headers']): readonly WebhookRows[];
}
