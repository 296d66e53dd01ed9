import type { Point } from '@codemetrics/contracts';
import type { TimePoint } from '../charts/time-series.ts';

/** The points of the period before, each at the date of the one that it is compared with: the first with the first. */
export const earlierPoints = (points: readonly Point[], earlier: readonly Point[]): readonly TimePoint[] =>
  points.flatMap(({ date }, index) => {
    const before = earlier[index];
    return before ? [{ date, value: before.value, of: before.date }] : [];
  });
