import { Badge, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { isActive } from './token-list.ts';

/** The service that a token is for, what it is for, and whether it has ended. */
export const TokenSubject = ({ token }: { token: ServiceToken }) => (
  <>
    <Text span fw={600} display="block" style={{ overflowWrap: 'anywhere' }}>
      {token.sub}
    </Text>
    {token.description && (
      <Text span size="xs" c="dimmed" display="block" fw={400} style={{ overflowWrap: 'anywhere' }}>
        {token.description}
      </Text>
    )}
    {!isActive(token) && (
      <Badge variant="default" size="sm" mt={4}>
        {token.status}
      </Badge>
    )}
  </>
);
