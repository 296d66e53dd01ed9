import { MultiSelect, Select } from '@mantine/core';
import { RangePicker } from '../../range/range-picker.tsx';
import { INTERVALS, MOST_GROUPS } from '../state/explorer-state.ts';
import { groupLabel, groupsOf } from '../state/grouping.ts';
import type { Explorer } from '../use-explorer.ts';
import classes from './query-builder.module.css';

const INTERVAL_LABELS = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
  total: 'Whole range',
} as const;

/** Whose numbers, of what time, and split by what. */
export const ScopeFields = ({ explorer }: { readonly explorer: Explorer }) => {
  const { config, state, range, change, chooseRange } = explorer;
  const chosen = config.queries.filter((metric) => state.metrics.some((one) => one.id === metric.id));
  const groups = groupsOf(chosen.length > 0 ? chosen : config.queries, config.workloads);
  return (
    <div className={`${classes.fields} ${classes.scope}`}>
      <div>
        <div className={classes.label}>Time range</div>
        <RangePicker range={range} onChoose={chooseRange} />
      </div>
      <MultiSelect
        label="Workloads"
        placeholder={state.workloads.length === 0 ? 'All that you may see' : ''}
        data={config.workloads.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...state.workloads]}
        onChange={(workloads) => change({ workloads })}
        searchable
        clearable
        limit={100}
        hidePickedOptions
        nothingFoundMessage="No workload matches"
        clearButtonProps={{ 'aria-label': 'Clear workloads' }}
        comboboxProps={{ shadow: 'md' }}
      />
      <Select
        label="Interval"
        placeholder="Fitting the range"
        data={INTERVALS.map((value) => ({ value, label: INTERVAL_LABELS[value] }))}
        value={state.interval ?? null}
        onChange={(value) => change({ interval: INTERVALS.find((one) => one === value) })}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear interval' }}
        comboboxProps={{ shadow: 'md' }}
      />
      <MultiSelect
        label="Group by"
        placeholder={state.groupBy.length === 0 ? 'Nothing: all pooled' : ''}
        data={groups.map((value) => ({ value, label: groupLabel(value) }))}
        value={[...state.groupBy]}
        onChange={(groupBy) => change({ groupBy })}
        searchable
        clearable
        maxValues={MOST_GROUPS}
        hidePickedOptions
        nothingFoundMessage="These metrics can’t be grouped so"
        clearButtonProps={{ 'aria-label': 'Clear groups' }}
        comboboxProps={{ shadow: 'md' }}
      />
    </div>
  );
};
