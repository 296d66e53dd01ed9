import type { SourceRow, SourceRowDetail, SourceRowKind } from '@codemetrics/contracts';
import type { Executor } from '../../connect/connect.ts';

/** Which source rows are wanted: the ids as the metric's SQL names them, among these workloads. */
export interface SourceRowsWanted {
  readonly workloads: readonly string[];
  readonly ids: readonly string[];
  /** The metric that named them; measurements are told apart by it. */
  readonly metric: string;
}

/** Finds the rows of one kind: at most one for each id and workload. */
export type SourceRowFinder = (db: Executor, wanted: SourceRowsWanted) => Promise<SourceRow[]>;

/** A fact about a row; one that is not known is none. */
export const detail = (
  name: string,
  value: string | number | null | undefined,
  unit: SourceRowDetail['unit'] = 'text',
): SourceRowDetail[] =>
  value === null || value === undefined || value === '' ? [] : [{ name, value, unit }];

/** A time as a fact. */
export const timeDetail = (name: string, at: Date | null): SourceRowDetail[] =>
  detail(name, at?.toISOString(), 'time');

/** How long it was from one time to another, where both are known. */
export const secondsDetail = (name: string, from: Date | null, to: Date | null): SourceRowDetail[] =>
  detail(name, from && to ? (to.getTime() - from.getTime()) / 1000 : null, 'seconds');

interface Place {
  readonly id: string;
  readonly workload_id: string;
  readonly repository: string | null;
  readonly url?: string | null;
}

/** A source row from where it was found and what is known of it. */
export const sourceRow = (
  kind: SourceRowKind,
  { id, workload_id: workload, repository, url = null }: Place,
  { title, at, details }: { title: string; at: Date | null; details: SourceRowDetail[][] },
): SourceRow => ({
  ...{ id, kind, workload, repository, title },
  ...{ at: at?.toISOString() ?? null, url, details: details.flat() },
});
