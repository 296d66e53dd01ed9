import { sealSecret } from '@codemetrics/auth';
import { findSource, setSourceSecret } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { toSource } from './to-source.ts';

export const configureSource: Verb<'sources', 'configure'> = (deps, actor, input) =>
  inTransaction(deps, async (tx) => {
    await setSourceSecret(tx, input.source, sealSecret(deps.ring, input.secret), deps.now());
    await recordAudit(deps, tx, actor, { action: 'sources.configure', target: input.source });
    return toSource(input.source, await findSource(tx, input.source));
  });
