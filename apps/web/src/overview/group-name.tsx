import { Text } from '@mantine/core';
import type { WorkloadGroup } from './group-workloads.ts';

/** A group of workloads by its tag, with how many they are. */
export const GroupName = ({
  groupKey,
  group: { value, size },
}: {
  groupKey: string;
  group: WorkloadGroup;
}) => (
  <>
    <Text span fw={650} display="block" style={{ overflowWrap: 'anywhere' }}>
      {value === null ? (
        <>
          Without <bdi>{groupKey}</bdi>
        </>
      ) : (
        <>
          <Text span c="dimmed" fw={500}>
            <bdi>{groupKey}</bdi>:
          </Text>{' '}
          <bdi>{value}</bdi>
        </>
      )}
    </Text>
    <Text span size="xs" c="dimmed" display="block" fw={400}>
      {size === 1 ? '1 workload' : `${size} workloads, pooled`}
    </Text>
  </>
);
