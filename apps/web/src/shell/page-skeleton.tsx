import { Skeleton, Stack } from '@mantine/core';

/** Stands while the code of a screen is on its way. */
export const PageSkeleton = () => (
  <Stack gap="lg" role="status" aria-label="Loading the page">
    <Skeleton height={32} maw={280} />
    <Skeleton height={320} radius="md" />
  </Stack>
);
