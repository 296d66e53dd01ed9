import { useState } from 'react';
import { Button } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import { MOST_METRICS } from '../state/explorer-state.ts';
import type { Explorer } from '../use-explorer.ts';
import { MetricChip } from './metric-chip.tsx';
import { MetricPicker } from './metric-picker.tsx';
import classes from './query-builder.module.css';

/** The chosen metrics, and the way to the catalogue. */
export const MetricsField = ({ explorer }: { readonly explorer: Explorer }) => {
  const { config, state, change } = explorer;
  const [isOpen, setOpen] = useState(false);
  const choose = (ids: readonly string[]): void =>
    change({
      metrics: ids.map((id) => state.metrics.find((one) => one.id === id) ?? { id, parameters: {} }),
    });
  return (
    <div className={classes.metrics}>
      <ul className={classes.chips} aria-label="Chosen metrics">
        {state.metrics.map((chosen) => {
          const metric = config.queries.find((one) => one.id === chosen.id);
          return (
            metric && (
              <MetricChip
                key={chosen.id}
                metric={metric}
                chosen={chosen}
                onChange={(changed) =>
                  change({ metrics: state.metrics.map((one) => (one.id === changed.id ? changed : one)) })
                }
                onRemove={() => change({ metrics: state.metrics.filter((one) => one.id !== chosen.id) })}
              />
            )
          );
        })}
      </ul>
      <Button
        variant={state.metrics.length === 0 ? 'filled' : 'default'}
        leftSection={<Icon name="plus" size={16} />}
        disabled={state.metrics.length >= MOST_METRICS && isOpen}
        onClick={() => setOpen(true)}
      >
        {state.metrics.length === 0 ? 'Choose metrics' : 'Add metrics'}
      </Button>
      <MetricPicker
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        catalogue={config.queries}
        chosen={state.metrics.map((one) => one.id)}
        onChange={choose}
      />
    </div>
  );
};
