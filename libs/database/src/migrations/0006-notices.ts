import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `create table notices (
    notice_id uuid primary key,
    kind text not null check (kind in ('token-expiring', 'token-unused', 'token-new-network')),
    token_id uuid not null references service_tokens on delete cascade,
    user_id uuid not null references users on delete cascade,
    key text not null,
    created_at timestamptz not null,
    details jsonb not null,
    dismissed_at timestamptz,
    unique (token_id, kind, key)
  )`,
  `create index notices_newest on notices (created_at, notice_id)`,
  `create index notices_by_user on notices (user_id, created_at, notice_id)`,
  `create table service_token_networks (
    token_id uuid not null references service_tokens on delete cascade,
    network text not null,
    first_seen timestamptz not null,
    primary key (token_id, network)
  )`,
  // What a token was replaced by.
  `create index service_tokens_by_rotated_from on service_tokens (rotated_from) where rotated_from is not null`,
  `create index service_tokens_ending on service_tokens ((least(expires_at, ends_at))) where revoked_at is null`,
  `create table notice_webhooks (
    webhook_id uuid primary key,
    url text not null,
    sealed_secret text not null,
    created_by uuid references users on delete set null,
    created_at timestamptz not null,
    disabled_at timestamptz,
    last_success_at timestamptz,
    last_failure text
  )`,
  `create table notice_deliveries (
    webhook_id uuid not null references notice_webhooks on delete cascade,
    notice_id uuid not null references notices on delete cascade,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    delivered_at timestamptz,
    given_up_at timestamptz,
    last_status integer,
    primary key (webhook_id, notice_id)
  )`,
  `create index notice_deliveries_open on notice_deliveries (webhook_id, next_attempt_at)
    where delivered_at is null and given_up_at is null`,
  `create index notice_deliveries_by_notice on notice_deliveries (notice_id)`,
  // A token in use keeps the network that it was last used from, so that the next one is news from the first day on.
  // An address from a proxy can be any text; what is none is passed over.
  `do $$
    declare t record; address inet;
    begin
      for t in select token_id, last_used_from, last_used_at from service_tokens
        where last_used_from is not null and last_used_at is not null loop
        begin
          address := regexp_replace(lower(t.last_used_from), '^::ffff:(?=[0-9.]+$)', '')::inet;
          insert into service_token_networks values (t.token_id,
            network(set_masklen(address, case when family(address) = 4 then 24 else 48 end))::text, t.last_used_at);
        exception when others then null;
        end;
      end loop;
    end $$`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
