import { Text } from '@mantine/core';
import type { IconName } from '../elements/icon.tsx';
import { Icon } from '../elements/icon.tsx';
import type { TokenRow } from './token-list.ts';
import { isActive, isUnused } from './token-times.ts';
import classes from './token-status.module.css';

interface Status {
  readonly text: string;
  readonly icon: IconName;
  readonly more?: string;
  readonly tone: 'good' | 'warning' | 'ended';
}

const statusOf = ({ token, replacedBy }: TokenRow, now: number): Status => {
  if (token.status === 'revoked') return { text: 'Revoked', icon: 'circle-slash', tone: 'ended' };
  if (!isActive(token))
    return { text: replacedBy ? 'Replaced' : 'Expired', icon: 'circle-minus', tone: 'ended' };
  if (replacedBy) return { text: 'Replaced', more: 'works until it ends', icon: 'refresh', tone: 'warning' };
  if (isUnused(token, now)) return { text: 'Unused', more: 'for 90 days', icon: 'clock', tone: 'warning' };
  return { text: 'Active', icon: 'circle-check', tone: 'good' };
};

/** Whether a token works, and what is odd about it, in words. */
export const TokenStatus = ({ row }: { row: TokenRow }) => {
  const { text, more, icon, tone } = statusOf(row, Date.now());
  return (
    <>
      <span className={classes.status} data-tone={tone}>
        <Icon name={icon} size={16} />
        {text}
      </span>
      {more && (
        <Text span size="xs" c="dimmed" display="block">
          {more}
        </Text>
      )}
    </>
  );
};
