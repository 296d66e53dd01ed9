import { Skeleton, Text } from '@mantine/core';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { formatDateTime, formatRelative } from '../elements/format-time.ts';
import { CallsSpark } from './calls-spark.tsx';
import { dailyCalls, describeCalls, total } from './daily-calls.ts';
import { daysBack, operationsOf } from './operations-of.ts';
import classes from './revoke-impact.module.css';
import type { TokenUsage } from './use-tokens.ts';
import { useTokenUsage } from './use-tokens.ts';

const DAYS = 30;
const SHOWN_OPERATIONS = 8;

const Facts = ({ usage }: { usage: TokenUsage }) => {
  const { start, end } = daysBack(DAYS, Date.now());
  const calls = dailyCalls(start, end, usage.days);
  const operations = operationsOf(usage.days);
  const { lastUsed } = usage;
  if (lastUsed === null) return <Text>It has never been used, so most likely nothing stops working.</Text>;
  return (
    <>
      <Text>
        {total(calls.calls) === 0
          ? 'Nothing has used it in the last 30 days. Whatever still may stops working at once.'
          : 'It is in use. Whatever uses it stops working at once.'}
      </Text>
      <dl className={classes.facts}>
        <div>
          <dt>Last used</dt>
          <dd>
            {formatRelative(lastUsed)} ({formatDateTime(lastUsed)})
          </dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>{usage.lastUsedFrom ?? 'unknown'}</dd>
        </div>
        <div>
          <dt>Program</dt>
          <dd>
            <bdi>{usage.lastUserAgent ?? 'It told no name'}</bdi>
          </dd>
        </div>
        <div>
          <dt>Calls a day</dt>
          <dd>
            <CallsSpark calls={calls} width={270} height={40} />
            <Text span size="xs" c="dimmed" display="block" mt={4} aria-hidden>
              {describeCalls(calls)}
            </Text>
          </dd>
        </div>
        {operations.length > 0 && (
          <div>
            <dt>Operations</dt>
            <dd>
              {operations
                .slice(0, SHOWN_OPERATIONS)
                .map(({ operation, calls: count }) => `${operation} (${count.toLocaleString()})`)
                .join(', ')}
              {operations.length > SHOWN_OPERATIONS && ` and ${operations.length - SHOWN_OPERATIONS} more`}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
};

/** What stops working with a token, as far as its use tells; the figures are at most half a minute old. */
export const RevokeImpact = ({ tokenId }: { tokenId: string }) => {
  const { data, error, refetch } = useTokenUsage(tokenId, DAYS);
  if (data) return <Facts usage={data} />;
  if (error)
    return <ErrorNotice title="Its use could not be loaded" error={error} onRetry={() => void refetch()} />;
  return <Skeleton height={180} role="status" aria-label="Loading how it is used" />;
};
