import type { TRPCMutationProcedure, TRPCQueryProcedure } from '@trpc/server';
import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Problem, ProblemCode } from '@codemetrics/contracts';
import { DomainError, invalidInput, PROBLEMS, takesCredential, toProblem } from '@codemetrics/contracts';
import { normaliseError } from '@codemetrics/services';
import type { Binding } from './binding.ts';
import { perform } from './binding.ts';
import type { Bindings } from './bindings.ts';
import { bindings } from './bindings.ts';
import type { RequestContext } from './context.ts';

/** tRPC's word for a status; the only place where a DomainError becomes a TRPCError. */
const TRPC_CODES: Readonly<Record<number, TRPCError['code']>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  408: 'TIMEOUT',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

const toTrpcError = (error: DomainError): TRPCError =>
  new TRPCError({
    code: TRPC_CODES[PROBLEMS[error.code].status] ?? 'INTERNAL_SERVER_ERROR',
    message: error.detail,
    cause: error,
  });

/** What tRPC refuses by itself, in the words of the problem registry. */
const OWN_REFUSALS: Readonly<Partial<Record<TRPCError['code'], ProblemCode>>> = {
  BAD_REQUEST: 'malformed-body',
  PARSE_ERROR: 'malformed-body',
  NOT_FOUND: 'not-found',
  METHOD_NOT_SUPPORTED: 'method-not-allowed',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported-media-type',
  PAYLOAD_TOO_LARGE: 'payload-too-large',
};

const problemOf = (error: TRPCError): DomainError =>
  error.cause instanceof DomainError ? error.cause : new DomainError(OWN_REFUSALS[error.code] ?? 'internal');

const t = initTRPC.context<RequestContext>().create({
  // A stack never leaves the server, whatever NODE_ENV says.
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => {
    const problem: Problem = toProblem(problemOf(error), ctx?.request.id ?? '');
    return { ...shape, message: problem.detail, data: { ...shape.data, stack: undefined, problem } };
  },
});

/** What trpc-to-openapi reads. */
const openApiMeta = ({ operation }: Binding) => ({
  openapi: {
    method: operation.method,
    path: operation.path,
    summary: operation.summary,
    description: operation.description,
    tags: [operation.tag],
    protect: takesCredential(operation.access),
  },
});

type ProcedureOf<B> =
  B extends Binding<infer I, infer O, infer K>
    ? K extends 'query'
      ? TRPCQueryProcedure<{ input: z.input<I>; output: z.output<O>; meta: unknown }>
      : TRPCMutationProcedure<{ input: z.input<I>; output: z.output<O>; meta: unknown }>
    : never;

type RouterOf<T> = { [G in keyof T]: { [V in keyof T[G]]: ProcedureOf<T[G][V]> } };

const parsed = async (binding: Binding, raw: unknown): Promise<unknown> => {
  const result = await binding.operation.input.safeParseAsync(raw ?? {});
  if (!result.success) throw invalidInput(result.error);
  return result.data;
};

const toProcedure = (binding: Binding) => {
  const { operation } = binding;
  // The input passes through untouched: `perform` parses it once the caller has been admitted, the same way as for
  // REST, so that a stranger learns nothing from what is refused.
  const base = t.procedure.meta(openApiMeta(binding)).input((raw: unknown) => raw);
  const resolve = async ({ ctx, input }: { ctx: RequestContext; input: unknown }): Promise<unknown> => {
    try {
      return await perform(binding, ctx, () => parsed(binding, input));
    } catch (error) {
      throw toTrpcError(normaliseError(error));
    }
  };
  const procedure = operation.kind === 'query' ? base.query(resolve) : base.mutation(resolve);
  // What tools read of a procedure is the contract's own schemas.
  Object.assign(procedure._def, { inputs: [operation.input], output: operation.output });
  return procedure;
};

const toRouter = <T extends Record<string, Record<string, Binding>>>(tree: T): RouterOf<T> => {
  const nouns = Object.entries(tree).map(([noun, verbs]) => [
    noun,
    Object.fromEntries(Object.entries(verbs).map(([verb, binding]) => [verb, toProcedure(binding)])),
  ]);
  return Object.fromEntries(nouns) as RouterOf<T>;
};

/** The one router: tRPC serves it at `/trpc`, and the OpenAPI document describes it. */
export const appRouter = t.router(
  toRouter(bindings as unknown as Record<string, Record<string, Binding>>) as unknown as RouterOf<Bindings>,
);

/** What the typed client infers everything from. */
export type AppRouter = typeof appRouter;
