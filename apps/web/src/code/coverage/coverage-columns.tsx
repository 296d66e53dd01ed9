import type { Metric } from '@codemetrics/contracts';
import { formatCalendarDate } from '../../elements/format-time.ts';
import { formatValue } from '../../metrics/format-value.ts';
import { MetricChange } from '../../metrics/metric-change.tsx';
import { MetricName } from '../../metrics/metric-name.tsx';
import { Sparkline } from '../../metrics/sparkline.tsx';
import type { Column } from '../table/column.ts';
import type { CoverageRow } from './coverage-rows.ts';
import classes from './coverage-columns.module.css';

interface Given {
  readonly line: Metric;
  readonly branch: Metric | undefined;
  /** A workload's name by its id. */
  readonly nameOf: (workload: string) => string;
  /** undefined: still loading. */
  readonly newest: { readonly dates: ReadonlyMap<string, string>; readonly isByWeek: boolean } | undefined;
}

const percent = (value: number | null | undefined) =>
  value === null || value === undefined ? <span title="not reported">—</span> : formatValue(value, 'percent');

/** What the table of coverage shows of each repository. */
export const coverageColumns = ({ line, branch, nameOf, newest }: Given): Column<CoverageRow>[] => [
  {
    name: 'repository',
    title: 'Repository',
    value: ({ repository }) => repository,
    cell: ({ repository, workload }) => (
      <>
        <bdi>{repository}</bdi>
        <span className={classes.workload}>
          <bdi>{nameOf(workload)}</bdi>
        </span>
      </>
    ),
  },
  {
    name: 'line',
    title: line.title,
    head: <MetricName metric={line} />,
    value: (row) => row.line.summary.value,
    cell: (row) => <strong className={classes.value}>{percent(row.line.summary.value)}</strong>,
  },
  {
    name: 'course',
    title: 'Course',
    cell: (row) => <Sparkline metric={line} points={row.line.points} />,
  },
  {
    name: 'change',
    title: 'Change',
    value: (row) => row.line.summary.change,
    cell: (row) => <MetricChange metric={line} summary={row.line.summary} />,
  },
  ...(branch
    ? [
        {
          name: 'branch',
          title: branch.title,
          head: <MetricName metric={branch} />,
          value: (row: CoverageRow) => row.branch?.summary.value ?? null,
          cell: (row: CoverageRow) => percent(row.branch?.summary.value),
        },
      ]
    : []),
  {
    name: 'lines',
    title: 'Coverable lines',
    value: (row) => row.line.summary.count ?? null,
    cell: (row) => formatValue(row.line.summary.count ?? 0, 'count'),
  },
  {
    name: 'newest',
    title: 'Newest report',
    value: ({ key }) => newest?.dates.get(key) ?? null,
    cell: ({ key }) => {
      const date = newest?.dates.get(key);
      if (!newest) return '…';
      if (date === undefined) return 'before these days';
      return `${newest.isByWeek ? 'week of ' : ''}${formatCalendarDate(date)}`;
    },
  },
];
