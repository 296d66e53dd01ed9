import type { ProblemCode } from '@codemetrics/contracts';

/** Why a person is refused, with the user that they are, if any. */
export interface Refused {
  readonly refused: ProblemCode;
  readonly username: string | null;
}
