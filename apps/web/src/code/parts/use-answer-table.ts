import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Metric, ResultTable } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import type { CodeScope } from '../scope/code-scope.ts';
import { scopeInput } from '../scope/code-scope.ts';

/** The rows of a metric that answers with a table, of all chosen workloads together; null: there are none. */
export const useAnswerTable = (
  metric: Metric,
  scope: CodeScope,
  parameters: Readonly<Record<string, unknown>> = {},
) =>
  useQuery({
    queryKey: ['code-table', metric.id, parameters, scope],
    queryFn: ({ signal }) =>
      client.query.run(
        { ...scopeInput(scope), queries: [{ query: metric.id, parameters }], groupBy: [] },
        { signal },
      ),
    select: (answer): ResultTable | null => answer.results[0]?.tables?.[0] ?? null,
    placeholderData: keepPreviousData,
  });
