import { Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { TimeStamp } from '../elements/time-stamp.tsx';

/** When, from where and how often a token was used. */
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
      <Text size="xs" c="dimmed" className="numbers">
        {token.useCount.toLocaleString()} {token.useCount === 1 ? 'use' : 'uses'}
        {token.lastUsedFrom && `, last from ${token.lastUsedFrom}`}
      </Text>
    </>
  );
};
