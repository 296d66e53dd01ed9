import type { Generated } from 'kysely';
import type { NoticeKind } from '@codemetrics/contracts';

/** What a notice tells beside its token; which fields there are depends on the kind. */
export interface NoticeDetails {
  readonly days?: number;
  readonly expires?: string;
  readonly lastUsed?: string | null;
  readonly network?: string;
  readonly address?: string;
}

export interface NoticesTable {
  notice_id: string;
  kind: NoticeKind;
  token_id: string;
  user_id: string;
  /** Makes what is told once unique: the threshold with the end, the last use, the network. */
  key: string;
  created_at: Date;
  details: NoticeDetails;
  dismissed_at: Date | null;
}

export interface ServiceTokenNetworksTable {
  token_id: string;
  network: string;
  first_seen: Date;
}

export interface NoticeWebhooksTable {
  webhook_id: string;
  url: string;
  sealed_secret: string;
  created_by: string | null;
  created_at: Date;
  /** The endpoint answered that it is gone. */
  disabled_at: Date | null;
  last_success_at: Date | null;
  last_failure: string | null;
}

export interface NoticeDeliveriesTable {
  webhook_id: string;
  notice_id: string;
  attempts: Generated<number>;
  next_attempt_at: Date;
  delivered_at: Date | null;
  given_up_at: Date | null;
  last_status: number | null;
}
