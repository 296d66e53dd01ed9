import { Skeleton, Stack } from '@mantine/core';

/** Before it is known which workloads and metrics there are. */
export const OverviewSkeleton = () => (
  <Stack gap="md" role="status" aria-label="Loading the workloads">
    <Skeleton height={36} maw={320} />
    <Skeleton height={360} radius="md" />
  </Stack>
);
