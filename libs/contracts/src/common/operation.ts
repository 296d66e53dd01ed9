import type { z } from 'zod';
import type { ProblemCode } from '../problems/registry.ts';
import { Scope } from './permissions.ts';

/**
 * Who may call: anyone, a sender that proves itself by its signature, any good credential, only a person's session,
 * only a service token, or a credential with the scope.
 */
export type Access = 'public' | 'signature' | 'authenticated' | 'session' | 'service' | Scope;

/** Whether an operation takes a session or service token. */
export const takesCredential = (access: Access): boolean => access !== 'public' && access !== 'signature';

/** The scope that an operation takes, if any. */
export const scopeOf = (access: Access): Scope | undefined => Scope.safeParse(access).data;

/** How REST differs from "path and query or JSON body in, JSON out". */
export interface RestShape {
  /** The body as it is goes into this field of the input; all else comes from path, query and headers. */
  readonly rawBody?: {
    readonly field: string;
    readonly mediaTypes: readonly string[];
    readonly limitBytes: number;
    readonly stream: boolean;
  };
  /** The body may also come as a form (`application/x-www-form-urlencoded`), as OAuth has it. */
  readonly form?: boolean;
  /** Input fields that come from request headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** All request headers but cookies go into this field of the input, their names in lower case. */
  readonly allHeaders?: string;
  /** Input fields of an operation with a JSON body that come from the query string instead. */
  readonly query?: readonly string[];
  /** Turns the words of an older product into today's, before the contract reads them. `input` is body or query. */
  readonly reshape?: (input: Readonly<Record<string, unknown>>, now: Date) => Record<string, unknown>;
  /** The answer starts or ends the browser's session cookie; `clear-ended`: ends it where it says `currentEnded`. */
  readonly sessionCookie?: 'set' | 'clear' | 'clear-ended';
  /** The answer is a page of a list, and all pages are also available as NDJSON: the rows of this field, one a line. */
  readonly ndjson?: string;
  /** The answer is also available as CSV. */
  readonly csv?: boolean;
}

/** A query changes nothing; a mutation may. */
export type OperationKind = 'query' | 'mutation';

/** One operation of the API: the same thing over tRPC and REST. */
export interface Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
> {
  /** OpenAPI's operation id, unique. */
  readonly id: string;
  readonly kind: K;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api`, with `{parameters}`. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  /** The status of success. */
  readonly status: 200 | 201 | 202 | 204;
  /** Problems of its own, beyond those that every operation of its kind can answer. */
  readonly problems: readonly ProblemCode[];
  readonly rest?: RestShape;
  readonly example?: { readonly input?: unknown; readonly output?: unknown };
}

/** Declares an operation; exists for its type inference. */
export const defineOperation = <I extends z.ZodType, O extends z.ZodType, const K extends OperationKind>(
  operation: Operation<I, O, K>,
): Operation<I, O, K> => operation;
