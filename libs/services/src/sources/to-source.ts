import type { SourceId } from '@codemetrics/contracts';
import type { findSource } from '@codemetrics/database';
import type { VerbOutput } from '../verb.ts';

type Row = Awaited<ReturnType<typeof findSource>>;

/** A source as administrators see it; its secret is never shown, only whether there is one. */
export const toSource = (source: SourceId, row: Row): VerbOutput<'sources', 'configure'> => ({
  source,
  configured: row !== undefined && row.sealed_secret !== null,
  webhookPath: `/api/webhooks/${source}`,
  updated: row?.updated_at?.toISOString() ?? null,
  deliveries: {
    stored: row?.stored ?? 0,
    ignored: row?.ignored ?? 0,
    unmatched: row?.unmatched ?? 0,
    failed: row?.failed ?? 0,
  },
  lastDelivery: row?.last_delivery_at?.toISOString() ?? null,
});
