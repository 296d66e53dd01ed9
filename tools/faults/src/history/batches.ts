import type { Call } from './call.ts';
import { accepted } from './call.ts';

/** How many rows of a batch are in the database, and how many of them are of different keys. */
export interface StoredBatch {
  readonly batch: string;
  readonly rows: number;
  readonly keys: number;
}

export interface BatchFigures {
  readonly acknowledged: number;
  /** Acknowledged, and not all there. */
  readonly lost: readonly string[];
  /** More rows than were sent. */
  readonly doubled: readonly string[];
  /** Not acknowledged, and there in part. */
  readonly half: readonly string[];
}

/** Compares what was acknowledged with what is there; every batch has so many rows. */
export const judgeBatches = (
  calls: readonly Call[],
  stored: readonly StoredBatch[],
  rowsPerBatch: number,
): BatchFigures => {
  const acknowledged = new Set(
    calls.filter(accepted).flatMap(({ batch }) => (batch === undefined ? [] : [batch])),
  );
  const there = new Map(stored.map((one) => [one.batch, one]));
  const isWhole = (batch: string): boolean => (there.get(batch)?.keys ?? 0) >= rowsPerBatch;
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((batch) => !isWhole(batch)),
    doubled: stored.filter(({ rows }) => rows > rowsPerBatch).map(({ batch }) => batch),
    half: stored.filter(({ batch }) => !acknowledged.has(batch) && !isWhole(batch)).map(({ batch }) => batch),
  };
};
