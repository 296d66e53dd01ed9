import { Badge } from '@mantine/core';

/** Whether a source has its secret, without which nothing is taken. */
export const ConfiguredBadge = ({ isConfigured }: { readonly isConfigured: boolean }) =>
  isConfigured ? (
    <Badge variant="outline" color="teal" tt="none" c="var(--mantine-color-text)">
      set up
    </Badge>
  ) : (
    <Badge variant="default" tt="none" fw={500}>
      not set up
    </Badge>
  );
