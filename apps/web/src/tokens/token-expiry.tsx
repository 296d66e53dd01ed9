import { Group } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { Icon } from '../elements/icon.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { isActive } from './token-list.ts';

const SOON_MS = 30 * 86_400_000;

/** When a token ends; its last 30 days stand out. */
export const TokenExpiry = ({ token }: { token: ServiceToken }) => {
  const isSoon = isActive(token) && Date.parse(token.expires) - Date.now() < SOON_MS;
  if (!isSoon) return <TimeStamp at={token.expires} as="date" />;
  return (
    <Group gap={6} wrap="nowrap" c="var(--app-warning)" fw={600} display="inline-flex">
      <Icon name="warning" size={16} />
      <TimeStamp at={token.expires} as="relative" />
    </Group>
  );
};
