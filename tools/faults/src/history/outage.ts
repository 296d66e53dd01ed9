import type { Call } from './call.ts';
import { accepted } from './call.ts';

/** A time in which the database was not there; `returnedAt`: it answered again, to somebody else. */
export interface Window {
  readonly wentAt: number;
  /** Just before it was let come back. */
  readonly untilAt: number;
  readonly returnedAt: number;
}

export interface OutageFigures {
  /** Calls that were under way while it was away. */
  readonly calls: number;
  /** Those that started while it was away and were accepted before it came back. */
  readonly accepted: readonly Call[];
  /** The longest that one of them had to wait, counted from when the database went, in milliseconds. */
  readonly slowestMs: number;
  /** Those that were refused by something else than 503 with Retry-After, or not answered. */
  readonly otherwise: readonly Call[];
  readonly refused: number;
  /** From its return to the start of the last call that failed. */
  readonly recoveryMs: number;
  /** How many calls succeeded after that; without any, nothing has recovered. */
  readonly succeededAfter: number;
}

const isUnavailable = (call: Call): boolean => call.status === 503 && call.hasRetryAfter;

/** Judges the calls of one outage. `calls` reach until well after its end. */
export const judgeOutage = (calls: readonly Call[], window: Window): OutageFigures => {
  const { wentAt, untilAt, returnedAt } = window;
  const during = calls.filter((call) => call.endedAt > wentAt && call.startedAt < returnedAt);
  const failed = calls.filter((call) => call.startedAt >= returnedAt && !accepted(call));
  const lastFailure = Math.max(returnedAt, ...failed.map((call) => call.startedAt));
  return {
    calls: during.length,
    accepted: during.filter((call) => accepted(call) && call.startedAt >= wentAt && call.endedAt < untilAt),
    slowestMs: Math.max(0, ...during.map((call) => call.endedAt - Math.max(call.startedAt, wentAt))),
    otherwise: during.filter((call) => !accepted(call) && !isUnavailable(call)),
    refused: during.filter(isUnavailable).length,
    recoveryMs: lastFailure - returnedAt,
    succeededAfter: calls.filter((call) => call.startedAt >= lastFailure && accepted(call)).length,
  };
};
