import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ListedWorkload } from '../api/use-config.ts';
import { useAddress } from '../elements/use-address.ts';

/** A workload by name, which leads to its screen over the same range, with its id where that says more. */
export const WorkloadName = ({ workload }: { workload: ListedWorkload }) => {
  const { range } = useAddress().query;
  return (
    <>
      <Anchor
        component={Link}
        to="/workloads/$workload"
        params={{ workload: workload.id } as never}
        search={(range === undefined ? {} : { range }) as never}
        fw={600}
        display="block"
        c="inherit"
        style={{ overflowWrap: 'anywhere' }}
      >
        <bdi>{workload.name}</bdi>
      </Anchor>
      {workload.id !== workload.name && (
        <Text span size="xs" c="dimmed" display="block" fw={400} style={{ overflowWrap: 'anywhere' }}>
          {workload.id}
        </Text>
      )}
    </>
  );
};
