import { Text } from '@mantine/core';
import type { ListedWorkload } from '../api/use-config.ts';

/** A workload by name, with its id where that says more. */
export const WorkloadName = ({ workload }: { workload: ListedWorkload }) => (
  <>
    <Text span fw={600} display="block" style={{ overflowWrap: 'anywhere' }}>
      {workload.name}
    </Text>
    {workload.id !== workload.name && (
      <Text span size="xs" c="dimmed" display="block" fw={400} style={{ overflowWrap: 'anywhere' }}>
        {workload.id}
      </Text>
    )}
  </>
);
