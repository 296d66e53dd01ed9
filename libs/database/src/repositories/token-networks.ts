import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import { tell } from './tell-notices.ts';

/** The most networks that are kept of one token; one that roams more widely tells nothing by a new one. */
export const MAX_TOKEN_NETWORKS = 50;

/** A network that a token was used from. */
export interface TokenNetwork {
  /** `203.0.113.0/24` or `2001:db8:1::/48`. */
  readonly network: string;
  /** The first address of it. */
  readonly address: string;
  readonly at: Date;
}

/**
 * Notes the networks of tokens, and tells of those that are new; the first of a token is none. The caller holds the
 * rows of the tokens, so that two flushes at once don't both think theirs the first.
 * @returns how many notices are new
 */
export const noteTokenNetworks = async (
  db: Executor,
  uses: readonly (TokenNetwork & { readonly tokenId: string })[],
): Promise<number> => {
  if (uses.length === 0) return 0;
  return tell(
    db,
    'token-new-network',
    sql`
    fresh as (
      select use.*, row_number() over (partition by use.token_id order by use.at, use.network) +
        (select count(*) from service_token_networks known where known.token_id = use.token_id) as place
      from unnest(${uses.map((use) => use.tokenId)}::uuid[], ${uses.map((use) => use.network)}::text[],
        ${uses.map((use) => use.address)}::text[], ${uses.map((use) => use.at)}::timestamptz[]) as use(token_id, network, address, at)
      where not exists (select from service_token_networks known
        where known.token_id = use.token_id and known.network = use.network)),
    noted as (
      insert into service_token_networks (token_id, network, first_seen)
      select token_id, network, at from fresh where place <= ${MAX_TOKEN_NETWORKS}
      on conflict do nothing returning token_id, network),`,
    sql`
    select t.token_id, t.user_id, fresh.network, fresh.at,
      jsonb_build_object('network', fresh.network, 'address', fresh.address)
    from noted
    join fresh on fresh.token_id = noted.token_id and fresh.network = noted.network
    join service_tokens t on t.token_id = noted.token_id
    where fresh.place > 1`,
  );
};

/** The networks that a token was used from, the latest first. */
export const listTokenNetworks = (db: Executor, tokenId: string) =>
  db
    .selectFrom('service_token_networks')
    .select(['network', 'first_seen'])
    .where('token_id', '=', tokenId)
    .orderBy('first_seen', 'desc')
    .orderBy('network')
    .execute();
