import { dismissNotice as dismissRow } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { findOwnNotice } from './to-notice.ts';

export const dismissNotice: Verb<'notices', 'dismiss'> = async (deps, actor, input) => {
  await inTransaction(deps, async (tx) => {
    const notice = await findOwnNotice(tx, actor, input.noticeId);
    if (!(await dismissRow(tx, notice.notice_id, deps.now()))) return;
    await recordAudit(deps, tx, actor, {
      action: 'notices.dismiss',
      target: notice.notice_id,
      details: { kind: notice.kind, tokenId: notice.token_id },
    });
  });
  return null;
};
