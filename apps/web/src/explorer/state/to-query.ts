import type { InputOf } from '@codemetrics/client';
import { previousRange } from '../../metrics/previous-range.ts';
import type { DateRange } from '../../range/date-range.ts';
import type { ExplorerState } from './explorer-state.ts';

/** What `POST /api/query` takes. */
export type Query = InputOf<'query', 'run'>;

/** The state as a query; what is as usual is left out, since people copy and read it. */
export const toQuery = (state: ExplorerState, { start, end }: DateRange, viewerZone: string): Query => ({
  queries: state.metrics.map(({ id, parameters }) =>
    Object.keys(parameters).length === 0 ? id : { query: id, parameters: { ...parameters } },
  ),
  ...(state.workloads.length > 0 && { workloads: [...state.workloads] }),
  dateRange: { start, end },
  ...(state.interval && { interval: state.interval }),
  timezone: state.timezone ?? viewerZone,
  groupBy: [...state.groupBy],
  ...(Object.keys(state.filters).length > 0 && { filters: state.filters }),
  ...(state.rolling.length > 0 && { rollingAverage: [...state.rolling] }),
  ...(state.isCompared && { compareTo: 'previous-period' as const }),
  ...(state.fill && { fill: state.fill }),
});

/** The same query over the days before, to draw them behind; by the interval that the answer has. */
export const earlierQuery = (query: Query, interval: NonNullable<Query['interval']>): Query => {
  const { compareTo: _compared, rollingAverage: _rolling, ...rest } = query;
  return { ...rest, interval, dateRange: previousRange(query.dateRange) };
};
