import { z } from 'zod';
import { PROBLEMS } from './registry.ts';
import type { ProblemCode } from './registry.ts';

/** One field of the input that is wrong, by its path such as `runs[3].startedAt`. */
export const FieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.output<typeof FieldError>;

/** RFC 9457 problem document; `instance` is the request id. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    errors: z.array(FieldError).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document.' });
export type Problem = z.output<typeof Problem>;

/** What a failure carries beyond its code. `detail` is public; `cause` is only ever logged. */
export interface DomainErrorOptions {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** The one error that services throw: a code of the registry with a public detail. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, options: DomainErrorOptions = {}) {
    const detail = options.detail ?? PROBLEMS[code].help;
    super(detail, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The problem document of an error, for one request. */
export const toProblem = (error: DomainError, requestId: string): Problem => ({
  type: `/problems#${error.code}`,
  title: PROBLEMS[error.code].title,
  status: PROBLEMS[error.code].status,
  detail: error.detail,
  instance: requestId,
  code: error.code,
  ...(error.errors && error.errors.length > 0 ? { errors: [...error.errors] } : {}),
});

/** `runs[3].startedAt` from zod's `['runs', 3, 'startedAt']`. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  );

/** At most this many wrong fields are listed; a batch of 1,000 bad rows needs no 1,000 lines. */
const MAX_FIELD_ERRORS = 20;

/** The `invalid-input` error for what zod refused; an unknown field is named by its own path. */
export const invalidInput = (error: z.core.$ZodError): DomainError => {
  const errors = error.issues.slice(0, MAX_FIELD_ERRORS).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, MAX_FIELD_ERRORS).map((key) => ({
          path: pathText([...issue.path, key.slice(0, 100)]),
          message: 'unknown field',
        }))
      : [{ path: pathText(issue.path), message: issue.message }],
  );
  const first = errors[0];
  const where = first
    ? first.path
      ? `${first.path}: ${first.message}`
      : first.message
    : 'the input is not valid';
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : '';
  return new DomainError('invalid-input', { detail: `${where}${more}`, errors });
};
