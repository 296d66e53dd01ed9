import { DomainError } from '@codemetrics/contracts';
import { parseCidrs } from '@codemetrics/auth';
import { person } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import { holdUser } from '../users/hold-user.ts';
import type { Verb, VerbInput } from '../verb.ts';
import { grantOf, requireWorkloads } from './grant.ts';
import { issueToken } from './issue.ts';
import { secondsOf } from './seconds-of.ts';

export const createToken: Verb<'tokens', 'create'> = async (deps, actor, input) => {
  const maker = person(actor);
  const { scopes, workloads } = grantOf(maker, input);
  requireCidrs(input.allowedCidrs);
  const lifetimeSeconds = lifetimeOf(input, deps.now(), deps.settings.serviceTokenSeconds);
  return inTransaction(deps, async (tx) => {
    await holdUser(tx, maker.userId);
    await requireWorkloads(tx, workloads);
    const issued = await issueToken(deps, tx, {
      userId: maker.userId,
      subject: input.subject,
      scopes,
      workloads,
      allowedCidrs: input.allowedCidrs ?? null,
      description: input.description ?? null,
      lifetimeSeconds,
      rotatedFrom: null,
    });
    const details = { subject: input.subject, scopes, workloads, expires: issued.expires };
    await recordAudit(deps, tx, actor, { action: 'tokens.create', target: issued.tokenId, details });
    return issued;
  });
};

const refuse = (path: string, message: string): never => {
  throw new DomainError('invalid-input', { detail: `${path}: ${message}`, errors: [{ path, message }] });
};

const requireCidrs = (list: readonly string[] | undefined): void => {
  if (list === undefined) return;
  try {
    parseCidrs(list);
  } catch (error) {
    refuse('allowedCidrs', error instanceof Error ? error.message : 'not a list of networks');
  }
};

const lifetimeOf = (
  input: Pick<VerbInput<'tokens', 'create'>, 'ttl' | 'expires'>,
  now: Date,
  most: number,
): number => {
  if (input.expires !== undefined) {
    const seconds = Math.floor((input.expires.getTime() - Math.floor(now.getTime() / 1000) * 1000) / 1000);
    if (seconds <= 0) refuse('expires', 'lies in the past');
    if (seconds > most) refuse('expires', `lies beyond SERVICE_TOKEN_TTL (${most} seconds from now)`);
    return seconds;
  }
  if (input.ttl === undefined) return most;
  const seconds = secondsOf(input.ttl, 'ttl');
  if (seconds > most) refuse('ttl', `is longer than SERVICE_TOKEN_TTL (${most} seconds)`);
  return seconds;
};
