import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Metric } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import { daysOf } from '../../range/date-range.ts';
import type { CodeScope } from '../scope/code-scope.ts';
import { scopeInput } from '../scope/code-scope.ts';
import { newestReports } from './coverage-rows.ts';

const BY_REPOSITORY = ['workload', 'repository'];
const MOST_DAYS = 200;

/** The coverage of each repository over the range, compared with the one before. */
export const useCoverage = (metrics: readonly Metric[], scope: CodeScope) =>
  useQuery({
    queryKey: ['code-coverage', metrics.map(({ id }) => id), scope],
    queryFn: ({ signal }) =>
      client.query.run(
        {
          ...scopeInput(scope),
          queries: metrics.map(({ id }) => id),
          groupBy: BY_REPOSITORY,
          compareTo: 'previous-period',
        },
        { signal },
      ),
    enabled: metrics.length > 0,
    placeholderData: keepPreviousData,
  });

/** The day, or in a long range the week, of each repository's newest report. */
export const useNewestReports = (metric: Metric, scope: CodeScope) =>
  useQuery({
    queryKey: ['coverage-reports', metric.id, scope],
    queryFn: ({ signal }) =>
      client.query.run(
        {
          ...scopeInput(scope),
          queries: [metric.id],
          groupBy: BY_REPOSITORY,
          interval: daysOf(scope.range) <= MOST_DAYS ? 'day' : 'week',
          // What isn't carried forward was reported.
          fill: 'null',
        },
        { signal },
      ),
    select: (answer) => ({ dates: newestReports(answer), isByWeek: answer.interval === 'week' }),
    placeholderData: keepPreviousData,
  });
