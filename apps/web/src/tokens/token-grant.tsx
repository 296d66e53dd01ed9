import { Badge, Group, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';

const SHOWN_WORKLOADS = 3;

const workloadsText = (workloads: readonly string[] | null): string => {
  if (workloads === null) return 'All workloads';
  const more = workloads.length - SHOWN_WORKLOADS;
  return `Only ${workloads.slice(0, SHOWN_WORKLOADS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

/** What a token may do, on which workloads, and from which networks. */
export const TokenGrant = ({ token }: { token: ServiceToken }) => {
  const { scopes, workloads, allowedCidrs } = token;
  return (
    <>
      <Group gap={4}>
        {scopes.map((scope) => (
          <Badge key={scope} variant="default" size="sm" tt="none" fw={500}>
            {scope}
          </Badge>
        ))}
      </Group>
      <Text span size="xs" c="dimmed" mt={4} display="block" style={{ overflowWrap: 'anywhere' }}>
        {workloadsText(workloads)}
        {allowedCidrs !== null &&
          `; from ${allowedCidrs.length === 1 ? allowedCidrs.join('') : `${allowedCidrs.length} networks`} alone`}
      </Text>
    </>
  );
};
