import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { Operation, OperationKind } from '@codemetrics/contracts';
import type { Actor, Deps } from '@codemetrics/services';
import { noteDenial, normaliseError } from '@codemetrics/services';
import { admit, countGuess } from './admit.ts';
import type { RequestContext } from './context.ts';

/** A contract with the verb that fulfils it. */
export interface Binding<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
> {
  readonly operation: Operation<I, O, K>;
  readonly verb: (deps: Deps, actor: Actor, input: z.output<I>) => Promise<z.input<O>>;
}

/** Binds a contract to its verb: the one line that a new operation takes. */
export const bind = <I extends z.ZodType, O extends z.ZodType, K extends OperationKind>(
  operation: Operation<I, O, K>,
  verb: Binding<I, O, K>['verb'],
): Binding<I, O, K> => ({ operation, verb });

const isSession = (output: unknown): output is { sessionToken: string; expires: string } =>
  typeof output === 'object' && output !== null && 'sessionToken' in output;

const isEnded = (output: unknown): boolean =>
  typeof output === 'object' && output !== null && 'currentEnded' in output && output.currentEnded === true;

/**
 * The way of every call, over tRPC and REST alike: admit, read the input, do it, note the use. `read` gives the parsed
 * input only once the caller has been admitted.
 */
export const perform = async (
  binding: Binding,
  ctx: RequestContext,
  read: (actor: Actor) => unknown,
): Promise<unknown> => {
  const { operation, verb } = binding;
  let actor: Actor | undefined;
  let failed = true;
  try {
    actor = await admit(operation, ctx);
    const output = operation.output.parse(await verb(ctx.deps, actor, await read(actor)));
    // An answer that may be large is written down in a turn of its own.
    if (operation.rest?.csv) await setImmediate();
    if (operation.rest?.sessionCookie === 'set' && isSession(output))
      ctx.effects.sessionCookie = { token: output.sessionToken, expires: new Date(output.expires) };
    if (
      operation.rest?.sessionCookie === 'clear' ||
      (operation.rest?.sessionCookie === 'clear-ended' && isEnded(output))
    )
      ctx.effects.sessionCookie = 'clear';
    failed = false;
    return output;
  } catch (error) {
    const known = normaliseError(error);
    if (known.code === 'internal' || known.code === 'unavailable')
      ctx.deps.reportFailure(known.cause ?? known, ctx.request);
    if (known.code === 'signature-invalid' || known.code === 'ci-token-refused') await countGuess(ctx);
    const denied = await ctx.actor?.catch(() => undefined);
    if (denied) await noteDenial(ctx.deps, denied, operation, known);
    throw known;
  } finally {
    // A call that was refused for want of a scope is a use too, and a failed one.
    const caller = actor ?? (await ctx.actor?.catch(() => undefined));
    if (caller?.kind === 'service')
      ctx.deps.usage.record({
        tokenId: caller.tokenId,
        operation: operation.id,
        failed,
        at: ctx.deps.now(),
        request: ctx.request,
      });
  }
};
