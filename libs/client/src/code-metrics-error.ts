import type { FieldError, Problem, ProblemCode } from '@codemetrics/contracts';

/** Failures that no problem document describes: no answer, too late an answer, or one that is not the API's. */
export type TransportCode = 'network' | 'timeout' | 'unexpected-answer';

/** What is known of a failed call. */
export interface FailureDetails {
  readonly problem?: Problem;
  readonly status?: number;
  readonly requestId?: string | null;
  readonly retryAfterSeconds?: number;
}

/** The one error that a failed call throws; it never holds the token. An aborted call throws its signal's reason. */
export class CodeMetricsError extends Error {
  override readonly name = 'CodeMetricsError';
  /** The server's problem document, where it sent one. */
  readonly problem: Problem | undefined;
  /** The problem's code, or the client's own word where there is no problem. */
  readonly code: ProblemCode | TransportCode;
  /** null: no answer came. */
  readonly status: number | null;
  /** What to look for in the server's log. */
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | undefined;
  /** The wrong fields of the input, if those are the trouble. */
  readonly errors: readonly FieldError[];

  // There is no `cause`: what a fetch throws may quote the request's headers.
  constructor(code: ProblemCode | TransportCode, message: string, details: FailureDetails = {}) {
    super(message);
    this.code = code;
    this.problem = details.problem;
    this.status = details.status ?? null;
    this.requestId = details.requestId ?? details.problem?.instance ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.errors = details.problem?.errors ?? [];
  }
}

/** A failed call that the server explained with one of these problems. */
export type ProblemError<C extends ProblemCode = ProblemCode> = CodeMetricsError & {
  readonly code: C;
  readonly problem: Problem & { readonly code: C };
};

/** Whether an error is a problem that the server answered with: one of the codes given, or any if none is. */
export const isProblem = <C extends ProblemCode = ProblemCode>(
  error: unknown,
  ...codes: readonly C[]
): error is ProblemError<C> =>
  error instanceof CodeMetricsError &&
  error.problem !== undefined &&
  (codes.length === 0 || (codes as readonly string[]).includes(error.code));
