import type { QueryResult, Series } from '@codemetrics/contracts';

/** What is known of one repository's coverage. */
export interface CoverageRow {
  readonly key: string;
  readonly workload: string;
  readonly repository: string;
  readonly line: Series;
  readonly branch: Series | undefined;
}

export const keyOfGroup = (group: Series['group']): string =>
  JSON.stringify([group['workload'], group['repository']]);

/** One row a repository that has a line coverage, the lowest covered first. */
export const toCoverageRows = (
  answer: QueryResult,
  line: string,
  branch: string | undefined,
): readonly CoverageRow[] => {
  const seriesOf = (metric: string | undefined): readonly Series[] =>
    answer.results.find(({ query }) => query === metric)?.series ?? [];
  const branches = new Map(seriesOf(branch).map((one) => [keyOfGroup(one.group), one]));
  return seriesOf(line)
    .filter(({ summary }) => summary.value !== null)
    .map((one) => ({
      key: keyOfGroup(one.group),
      workload: one.group['workload'] ?? '',
      repository: one.group['repository'] ?? '',
      line: one,
      branch: branches.get(keyOfGroup(one.group)),
    }))
    .sort((a, b) => (a.line.summary.value ?? 0) - (b.line.summary.value ?? 0));
};

/** The last day, or week, that has a report of its own, by repository. The answer must not carry values forward. */
export const newestReports = (answer: QueryResult): ReadonlyMap<string, string> =>
  new Map(
    (answer.results[0]?.series ?? []).flatMap(({ group, points }) => {
      const newest = points.findLast(({ value }) => value !== null);
      return newest ? [[keyOfGroup(group), newest.date]] : [];
    }),
  );
