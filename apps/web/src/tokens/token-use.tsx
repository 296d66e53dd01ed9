import { Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { TimeStamp } from '../elements/time-stamp.tsx';

/** When and from where a token was used. */
export const TokenUse = ({ token }: { token: ServiceToken }) => {
  if (token.lastUsed === null)
    return (
      <Text span size="sm" c="dimmed">
        Never
      </Text>
    );
  return (
    <>
      <TimeStamp at={token.lastUsed} as="relative" />
      {token.lastUsedFrom !== null && (
        <Text span size="xs" c="dimmed" display="block" style={{ overflowWrap: 'anywhere' }}>
          from {token.lastUsedFrom}
        </Text>
      )}
    </>
  );
};
