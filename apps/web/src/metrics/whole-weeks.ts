import type { Metric, Point, QueryResult } from '@codemetrics/contracts';

/**
 * The weeks to draw. Of a count, a first week that the range cuts and a last that still runs are left out: they would
 * look like a rise and a fall that nobody made.
 */
export const wholeWeeks = (
  points: readonly Point[],
  kind: Metric['kind'],
  range: QueryResult['dateRange'],
): readonly Point[] =>
  kind === 'count' ? points.filter((point) => point.date >= range.start && point.partial !== true) : points;
