import { Button, Group, Stack, Text } from '@mantine/core';
import { useCountdown } from '../session/use-countdown.ts';
import { SHOWN_SECONDS, useSessionToken } from '../session/use-session-token.ts';
import { CodeSnippet } from '../elements/code-snippet.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { formatDateTime } from '../elements/format-time.ts';
import { Icon } from '../elements/icon.tsx';

const Hiding = ({ at }: { at: number }) => (
  <Text size="sm" c="dimmed" className="numbers" aria-hidden>
    Hidden again in {useCountdown(at)} s
  </Text>
);

/** The token of this very session, shown at a press and hidden again after a minute. */
export const SessionToken = () => {
  const { show, hide, token, error, isPending, hiddenAt } = useSessionToken();
  return (
    <Stack gap="xs">
      <Text size="sm">
        Your session in this browser has a token, too. Whoever has it is you until the session ends; each time
        that it is shown is in the audit log.
      </Text>
      {error && <ErrorNotice title="The token could not be shown" error={error} />}
      <div role="status">
        {token && (
          <Text size="sm" mb={4}>
            Shown for {SHOWN_SECONDS} seconds. Good until {formatDateTime(token.expires)}, or until you sign
            out.
          </Text>
        )}
      </div>
      {token && <CodeSnippet what="your session token" code={token.sessionToken} isWrapped />}
      <Group>
        {token ? (
          <>
            <Button variant="default" onClick={hide}>
              Hide it
            </Button>
            <Hiding at={hiddenAt} />
          </>
        ) : (
          <Button variant="default" leftSection={<Icon name="key" />} loading={isPending} onClick={show}>
            Show this session’s token
          </Button>
        )}
      </Group>
    </Stack>
  );
};
