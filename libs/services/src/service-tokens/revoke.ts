import { revokeServiceToken } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { findOwnToken } from './find-own.ts';

export const revokeToken: Verb<'tokens', 'revoke'> = async (deps, actor, input) => {
  await inTransaction(deps, async (tx) => {
    const token = await findOwnToken(tx, actor, input.tokenId, true);
    if (token.revoked_at !== null) return;
    await revokeServiceToken(tx, token.token_id, deps.now());
    await recordAudit(deps, tx, actor, {
      action: 'tokens.revoke',
      target: token.token_id,
      details: { subject: token.subject },
    });
  });
  return null;
};
