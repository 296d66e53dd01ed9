import type { Call } from './call.ts';

/** A credential that ended, or lost something, and when that was answered. */
export interface Ending {
  readonly credential: string;
  readonly answeredAt: number;
  /** What every call with it must be answered from then on. */
  readonly expected: number;
}

export interface AfterTheEnd {
  /** How many calls started after the answer. */
  readonly calls: number;
  /** Those that were accepted all the same. */
  readonly accepted: readonly Call[];
  /** Those that were refused in another way than was promised. */
  readonly otherwise: readonly Call[];
}

/** Judges the calls that started after the end of their credential had been answered. */
export const afterTheEnd = (calls: readonly Call[], endings: readonly Ending[]): AfterTheEnd => {
  const byCredential = new Map(endings.map((ending) => [ending.credential, ending]));
  const after = calls.flatMap((call) => {
    const ending = call.credential === undefined ? undefined : byCredential.get(call.credential);
    return ending !== undefined && call.startedAt >= ending.answeredAt ? [{ call, ending }] : [];
  });
  const wrong = after.filter(({ call, ending }) => call.status !== ending.expected).map(({ call }) => call);
  const isAccepted = ({ status }: Call): boolean => status >= 200 && status < 400;
  return {
    calls: after.length,
    accepted: wrong.filter(isAccepted),
    otherwise: wrong.filter((call) => !isAccepted(call)),
  };
};
