import { useState } from 'react';
import { Button, Group, NativeSelect } from '@mantine/core';
import type { ListedWorkload } from '../api/use-config.ts';

interface Props {
  readonly workloads: readonly ListedWorkload[];
  /** The person can't make another one. */
  readonly isAlone: boolean;
  readonly onChoose: (id: string) => void;
}

/** Goes on with a workload that is there already. */
export const ExistingWorkload = ({ workloads, isAlone, onChoose }: Props) => {
  const [id, setId] = useState(workloads[0]?.id ?? '');
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={isAlone ? 'Send data for' : 'Go on with one that exists'}
        style={{ flex: '1 1 14rem', maxWidth: '24rem' }}
        data={workloads.map((one) => ({ value: one.id, label: one.name }))}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <Button variant={isAlone ? 'filled' : 'default'} onClick={() => onChoose(id)}>
        Go on
      </Button>
    </Group>
  );
};
