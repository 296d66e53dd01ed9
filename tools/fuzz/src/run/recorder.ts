import type { Fault } from '../check/fault.ts';
import type { Call } from '../generate/call.ts';
import type { ServerLog } from '../world/server-log.ts';
import { curlLine } from './curl-line.ts';
import type { Findings } from './finding.ts';
import type { Answer } from './send-call.ts';
import type { CallSource } from './smallest-call.ts';

/** Where a generated call comes from. */
export interface Origin {
  readonly seed: number;
  readonly index: number;
}

/** Writes findings down, each with the smallest call that brings it about. */
export interface Recorder {
  /** `fails` tells whether a call still does it; without an origin the call stands as it is. */
  record(
    call: Call,
    fault: Fault,
    answer: Answer | undefined,
    origin: Origin | undefined,
    fails: (call: Call) => Promise<boolean>,
  ): Promise<void>;
}

const MOST_LOG_LINES = 3;
const MOST_LINE_CHARACTERS = 1500;

const logLinesOf = (log: ServerLog, answer: Answer | undefined): string[] => {
  const id = answer?.headers['x-request-id'];
  return typeof id !== 'string'
    ? []
    : log.notable
        .filter((line) => line.includes(id))
        .slice(-MOST_LOG_LINES)
        .map((line) => line.slice(0, MOST_LINE_CHARACTERS));
};

export const recorder = (findings: Findings, source: CallSource, log: ServerLog): Recorder => ({
  record: async (call, fault, answer, origin, fails) => {
    if (findings.isKnown(call.operation, fault) || findings.isFull()) return;
    const smallest = origin && (await source.smallest(origin.seed, origin.index, fails));
    const shown = smallest ?? call;
    const note = origin && !smallest ? ' (once, and not when it was sent again alone)' : '';
    findings.add({
      operation: call.operation,
      fault,
      what: `${shown.kind}: ${shown.what}${note}`,
      reproduction: curlLine(shown),
      log: logLinesOf(log, answer),
    });
  },
});
