import { Text } from '@mantine/core';
import type { NoticeWebhook } from '@codemetrics/contracts';
import { TimeStamp } from '../../elements/time-stamp.tsx';

/** How the last attempts went. */
export const WebhookState = ({ webhook }: { readonly webhook: NoticeWebhook }) => {
  const { disabled, lastFailure, lastSuccess } = webhook;
  return (
    <>
      {disabled !== null && (
        <Text size="sm" c="var(--app-worse)" fw={600}>
          Off since <TimeStamp at={disabled} as="date" />: it answered 410 Gone
        </Text>
      )}
      {lastSuccess !== null ? (
        <Text size="sm">
          Worked <TimeStamp at={lastSuccess} as="relative" />
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          Nothing delivered yet
        </Text>
      )}
      {lastFailure !== null && (
        <Text size="sm" c="var(--app-worse)">
          Last attempt failed: <bdi>{lastFailure}</bdi>
        </Text>
      )}
    </>
  );
};
