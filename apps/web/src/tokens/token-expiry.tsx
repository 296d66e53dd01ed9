import { Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { Icon } from '../elements/icon.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import classes from './token-expiry.module.css';
import { isActive, isExpiring } from './token-times.ts';

/** When a token ends; its last 30 days stand out, in words too. */
export const TokenExpiry = ({ token }: { token: ServiceToken }) => {
  const now = Date.now();
  // When it was revoked is in the audit log alone; until when it would have been good is of no use any more.
  if (token.status === 'revoked')
    return (
      <Text span c="dimmed">
        –
      </Text>
    );
  if (!isActive(token)) return <TimeStamp at={token.expires} as="date" />;
  const isSoon = isExpiring(token, now);
  return (
    <>
      <span className={classes.end} data-soon={isSoon || undefined}>
        {isSoon && <Icon name="warning" size={16} />}
        {isSoon ? (
          <>
            Ends <TimeStamp at={token.expires} as="relative" />
          </>
        ) : (
          <TimeStamp at={token.expires} as="date" />
        )}
      </span>
      <Text span size="xs" c="dimmed" display="block">
        <TimeStamp at={token.expires} as={isSoon ? 'date-time' : 'relative'} />
      </Text>
    </>
  );
};
