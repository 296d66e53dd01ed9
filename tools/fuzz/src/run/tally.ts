import type { CallKind } from '../generate/call.ts';

/** Counts what was sent and what came back. */
export interface Tally {
  readonly statuses: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  /** All requests that count towards what was asked for. */
  calls(): number;
  /** Refused calls that were sent again, to see whether they change anything. */
  repeated(): number;
  add(kind: CallKind | 'raw', status: string): void;
  repeat(calls: number): void;
}

export const createTally = (): Tally => {
  const statuses = new Map<string, number>();
  const kinds = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  let [calls, repeated] = [0, 0];
  return {
    statuses,
    kinds,
    calls: () => calls,
    repeated: () => repeated,
    add: (kind, status) => {
      calls++;
      count(kinds, kind);
      count(statuses, status);
    },
    repeat: (more) => (repeated += more),
  };
};
