import type { Operation } from '@codemetrics/contracts';
import { DomainError, scopeOf, takesCredential } from '@codemetrics/contracts';
import type { Actor, KnownActor } from '@codemetrics/services';
import { authenticate, requireScope } from '@codemetrics/services';
import type { RequestContext } from './context.ts';
import { RateLimitedError } from './rate-limits.ts';

const DAY_MS = 86_400_000;
const WARN_BEFORE_MS = 30 * DAY_MS;

const take = async (ctx: RequestContext, caller: string): Promise<void> => {
  try {
    const state = await ctx.deps.limits.take(caller);
    if (state) ctx.effects.rateLimit = state;
  } catch (error) {
    if (error instanceof RateLimitedError) ctx.effects.rateLimit = error.state;
    throw error;
  }
};

const addressOf = (ctx: RequestContext): string => `address ${ctx.request.address}`;

const identify = async (ctx: RequestContext): Promise<KnownActor> => {
  try {
    if (ctx.credential === null) throw new DomainError('credential-missing');
    if (ctx.credential === 'invalid') throw new DomainError('credential-invalid');
    ctx.actor ??= authenticate(ctx.deps, ctx.credential.token, ctx.request);
    return await ctx.actor;
  } catch (error) {
    const isRefused =
      error instanceof DomainError &&
      (error.code.startsWith('credential-') || error.code === 'address-forbidden');
    if (isRefused) await countGuess(ctx);
    throw error;
  }
};

/** A guess that failed uses up the address's calls, so that guessing ends in 429. */
export const countGuess = (ctx: RequestContext): Promise<void> => take(ctx, addressOf(ctx));

/** Who calls, counted against their limit and permitted to: the first step of every operation, before any input is read. */
export const admit = async (operation: Operation, ctx: RequestContext): Promise<Actor> => {
  if (!takesCredential(operation.access)) {
    // A provider sends for many from few addresses: what is rightly signed is not counted, only wrong signatures are.
    if (operation.access === 'signature') await ctx.deps.limits.refuseExhausted(addressOf(ctx));
    else await take(ctx, addressOf(ctx));
    return { kind: 'anonymous', request: ctx.request };
  }
  const actor = await identify(ctx);
  // A later page of the same request is judged anew, and was paid for with the first.
  if (!ctx.isContinued)
    await take(ctx, actor.kind === 'service' ? `token ${actor.tokenId}` : `session ${actor.sessionId}`);
  if (actor.kind === 'service' && actor.expires.getTime() - ctx.deps.now().getTime() < WARN_BEFORE_MS)
    ctx.effects.tokenExpires = actor.expires;
  if (
    operation.kind === 'mutation' &&
    ctx.credential !== 'invalid' &&
    ctx.credential?.via === 'cookie' &&
    !ctx.sameSite
  )
    throw new DomainError('csrf-refused');
  if (operation.access === 'session' && actor.kind !== 'session') throw new DomainError('session-required');
  if (operation.access === 'service' && actor.kind !== 'service')
    throw new DomainError('service-token-required');
  const scope = scopeOf(operation.access);
  if (scope !== undefined) requireScope(actor, scope);
  return actor;
};
