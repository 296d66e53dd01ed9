import type { InputOf } from '@codemetrics/client';
import type { Metric } from '@codemetrics/contracts';
import type { DateRange } from '../../range/date-range.ts';

/** What the screen looks at. */
export interface CodeScope {
  /** Ids; none: every workload that the person may see. */
  readonly workloads: readonly string[];
  readonly range: DateRange;
  readonly timezone: string;
}

/** What each part of the screen is given. */
export interface ViewProps {
  readonly catalogue: readonly Metric[];
  readonly scope: CodeScope;
}

/** The ids in an address, with commas between. */
export const readWorkloads = (text: string | undefined): readonly string[] => [
  ...new Set((text ?? '').split(',').filter((id) => id !== '')),
];

/** The scope as a query has it. */
export const scopeInput = ({
  workloads,
  range,
  timezone,
}: CodeScope): Pick<InputOf<'query', 'run'>, 'workloads' | 'dateRange' | 'timezone'> => ({
  ...(workloads.length > 0 ? { workloads: [...workloads] } : {}),
  dateRange: range,
  timezone,
});
