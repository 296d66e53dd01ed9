import { Badge, Group, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';

const SHOWN_WORKLOADS = 3;

/** What a token may do, and on which workloads. */
export const TokenGrant = ({ token }: { token: ServiceToken }) => {
  const { scopes, workloads } = token;
  const more = workloads === null ? 0 : workloads.length - SHOWN_WORKLOADS;
  return (
    <>
      <Group gap={4}>
        {scopes.map((scope) => (
          <Badge key={scope} variant="default" size="sm" tt="none" fw={500}>
            {scope}
          </Badge>
        ))}
      </Group>
      <Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
        {workloads === null
          ? 'All workloads'
          : `Only ${workloads.slice(0, SHOWN_WORKLOADS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`}
      </Text>
    </>
  );
};
