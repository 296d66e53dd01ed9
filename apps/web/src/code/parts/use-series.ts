import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Metric, Series } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import type { CodeScope } from '../scope/code-scope.ts';
import { scopeInput } from '../scope/code-scope.ts';

/** A metric over the range, a series for each value of a dimension, of all chosen workloads together. */
export const useSeries = (
  metric: Metric,
  groupBy: string,
  scope: CodeScope,
  parameters: Readonly<Record<string, unknown>> = {},
) =>
  useQuery({
    queryKey: ['code-series', metric.id, groupBy, parameters, scope],
    queryFn: ({ signal }) =>
      client.query.run(
        { ...scopeInput(scope), queries: [{ query: metric.id, parameters }], groupBy: [groupBy] },
        { signal },
      ),
    select: (answer): readonly Series[] => answer.results[0]?.series ?? [],
    placeholderData: keepPreviousData,
  });
