import type { CallKind } from '../generate/call.ts';

/** Counts what was sent and what came back. */
export interface Tally {
  readonly statuses: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  /** By operation, how many of its calls were accepted. */
  readonly accepted: ReadonlyMap<string, number>;
  /** All requests that count towards what was asked for. */
  calls(): number;
  /** Refused calls that were sent again, to see whether they change anything. */
  repeated(): number;
  add(kind: CallKind | 'raw', status: string, operation?: string): void;
  repeat(calls: number): void;
}

const isAccepted = (status: string): boolean => /^[23]\d\d$/.test(status);

export const createTally = (): Tally => {
  const statuses = new Map<string, number>();
  const kinds = new Map<string, number>();
  const accepted = new Map<string, number>();
  const count = (map: Map<string, number>, key: string, by = 1): void =>
    void map.set(key, (map.get(key) ?? 0) + by);
  let [calls, repeated] = [0, 0];
  return {
    statuses,
    kinds,
    accepted,
    calls: () => calls,
    repeated: () => repeated,
    add: (kind, status, operation) => {
      calls++;
      count(kinds, kind);
      count(statuses, status);
      if (operation !== undefined) count(accepted, operation, isAccepted(status) ? 1 : 0);
    },
    repeat: (more) => (repeated += more),
  };
};
