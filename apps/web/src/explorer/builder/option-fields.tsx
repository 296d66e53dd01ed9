import { Checkbox, Group, Select, Text } from '@mantine/core';
import { EVENT_KINDS, FILLS, ROLLING_DAYS } from '../state/explorer-state.ts';
import type { Explorer } from '../use-explorer.ts';
import classes from './query-builder.module.css';

const FILL_LABELS = {
  null: 'Leave a gap',
  zero: 'Take it for 0',
  previous: 'Carry the last one on',
} as const;

/** How the numbers are reckoned and what stands beside them. */
export const OptionFields = ({ explorer }: { readonly explorer: Explorer }) => {
  const { state, change, viewerZone } = explorer;
  const days = [...new Set([...ROLLING_DAYS, ...state.rolling])].sort((one, other) => one - other);
  return (
    <div className={classes.options}>
      <fieldset className={classes.set}>
        <legend className={classes.label}>Rolling average</legend>
        <Group gap="sm">
          {days.map((day) => (
            <Checkbox
              key={day}
              label={`${day} days`}
              checked={state.rolling.includes(day)}
              onChange={(event) =>
                change({
                  rolling: days.filter((one) =>
                    one === day ? event.currentTarget.checked : state.rolling.includes(one),
                  ),
                })
              }
            />
          ))}
        </Group>
      </fieldset>
      <fieldset className={classes.set}>
        <legend className={classes.label}>Marked in the chart</legend>
        <Group gap="sm">
          {EVENT_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={kind === 'deployments' ? 'Deployments' : 'Incidents'}
              checked={state.events.includes(kind)}
              onChange={(event) =>
                change({
                  events: EVENT_KINDS.filter((one) =>
                    one === kind ? event.currentTarget.checked : state.events.includes(one),
                  ),
                })
              }
            />
          ))}
        </Group>
      </fieldset>
      <fieldset className={classes.set}>
        <legend className={classes.label}>Comparison</legend>
        <Checkbox
          label="With the period before"
          checked={state.isCompared}
          onChange={(event) => change({ isCompared: event.currentTarget.checked })}
        />
      </fieldset>
      <Select
        label="Where nothing happened"
        placeholder="As the metric has it"
        data={FILLS.map((value) => ({ value, label: FILL_LABELS[value] }))}
        value={state.fill ?? null}
        onChange={(value) => change({ fill: FILLS.find((one) => one === value) })}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear what stands where nothing happened' }}
        comboboxProps={{ shadow: 'md' }}
      />
      <Select
        label="Days of"
        data={[...new Set([viewerZone, 'UTC', ...(state.timezone ? [state.timezone] : [])])].map((zone) => ({
          value: zone,
          label: zone === viewerZone ? `${zone} (yours)` : zone,
        }))}
        value={state.timezone ?? viewerZone}
        onChange={(zone) => change({ timezone: zone === null || zone === viewerZone ? undefined : zone })}
        allowDeselect={false}
        comboboxProps={{ shadow: 'md' }}
      />
      <Text size="xs" c="dimmed" className={classes.hint}>
        Averages are lines over the days up to each point. Marks are deployments to production and incidents.
      </Text>
    </div>
  );
};
