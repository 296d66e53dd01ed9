/** A stretch of time in milliseconds: waited from `from` to `begins`, worked up to `to`. */
export interface Stretch {
  readonly from: number;
  readonly begins: number;
  readonly to: number;
}

/** Times are often told to the second, so what follows may seem to begin a little before. */
const SLACK_MS = 2000;

/**
 * The jobs that decided when the run ended: from the one that ended last back to the one that it waited for, and so on.
 * What a job waits for isn't told by a CI, so it is taken to be the one that ended last before it was queued. Returns
 * their indexes, first to last.
 */
export const criticalPath = (stretches: readonly Stretch[]): number[] => {
  const latest = (before: number, taken: readonly number[]): number | undefined =>
    stretches.reduce<number | undefined>((best, one, index) => {
      if (one.to > before || one.to <= one.from || taken.includes(index)) return best;
      const known = best === undefined ? undefined : stretches[best];
      return known === undefined || one.to > known.to ? index : best;
    }, undefined);
  const path: number[] = [];
  for (let next = latest(Infinity, path); next !== undefined;) {
    path.unshift(next);
    next = latest((stretches[next]?.from ?? 0) + SLACK_MS, path);
  }
  return path;
};
