import type { Fault } from '../check/fault.ts';

/** A fault with what brings it about. */
export interface Finding {
  readonly operation: string;
  readonly fault: Fault;
  /** What was wrong with the call, where anything was. */
  readonly what: string;
  /** Something to run: a curl line, or the bytes of a raw exchange. */
  readonly reproduction: string;
  /** Lines of the server's log of the same request. */
  readonly log: readonly string[];
}

/** A finding as a person reads it. */
export const findingText = ({ operation, fault, what, reproduction, log }: Finding): string =>
  [
    `${operation}: ${fault.kind}`,
    `  ${fault.detail}`,
    `  with: ${what}`,
    `  ${reproduction}`,
    ...log.map((line) => `  log: ${line}`),
  ].join('\n');

const MOST_FINDINGS = 25;

/** The findings of a run, each kind at an operation once. */
export interface Findings {
  readonly all: readonly Finding[];
  isKnown(operation: string, fault: Fault): boolean;
  /** Whether so many are found that more would tell nothing new. */
  isFull(): boolean;
  add(finding: Finding): void;
}

export const createFindings = (print: (text: string) => void): Findings => {
  const all: Finding[] = [];
  return {
    all,
    isKnown: (operation, { kind }) =>
      all.some((one) => one.operation === operation && one.fault.kind === kind),
    isFull: () => all.length >= MOST_FINDINGS,
    add: (finding) => {
      all.push(finding);
      print(findingText(finding));
    },
  };
};
