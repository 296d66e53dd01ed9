import { useDeferredValue, useState } from 'react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { Dialog } from '../../elements/dialog.tsx';
import { Icon } from '../../elements/icon.tsx';
import { MOST_METRICS } from '../state/explorer-state.ts';
import { findMetrics } from './find-metrics.ts';
import { MetricList } from './metric-list.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly catalogue: readonly Metric[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

const Content = ({ catalogue, chosen, onChange, onClose }: Omit<Props, 'isOpen'>) => {
  const [search, setSearch] = useState('');
  const found = findMetrics(catalogue, useDeferredValue(search));
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label="Search metrics"
        placeholder="Search by name, meaning or data"
        leftSection={<Icon name="search" size={16} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      {found.length === 0 ? (
        <Text size="sm">No metric matches “{search}”.</Text>
      ) : (
        <MetricList
          metrics={found}
          chosen={chosen}
          isFull={chosen.length >= MOST_METRICS}
          onToggle={(id) =>
            onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
          }
        />
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {chosen.length} of at most {MOST_METRICS} chosen
        </Text>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
};

/** The catalogue, to choose metrics from. */
export const MetricPicker = ({ isOpen, ...props }: Props) => (
  <Dialog title="Choose metrics" isOpen={isOpen} onClose={props.onClose}>
    <Content {...props} />
  </Dialog>
);
