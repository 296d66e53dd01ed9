import { useEffect, useRef } from 'react';
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { IssuedToken, ServiceToken } from '@codemetrics/contracts';
import type { Config, ListedWorkload } from '../api/use-config.ts';
import { CodeSnippet } from '../elements/code-snippet.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { formatDateTime } from '../elements/format-time.ts';
import { Icon } from '../elements/icon.tsx';
import { useSession } from '../session/use-session.ts';
import { preferredLifetime } from '../tokens/lifetimes.ts';
import { useCreateToken, useTokens } from '../tokens/use-tokens.ts';
import { AskFor } from './ask-for.tsx';
import { Step } from './step.tsx';

interface Props {
  readonly config: Config;
  readonly workload: ListedWorkload;
  /** Made here, and kept in this page’s memory alone. */
  readonly token: IssuedToken | null;
  readonly onToken: (token: IssuedToken) => void;
}

const canSendTo =
  (workload: string) =>
  ({ scopes, workloads }: ServiceToken): boolean =>
    scopes.includes('data:write') && (workloads === null || workloads.includes(workload));

const Made = ({ token }: { token: IssuedToken }) => {
  const value = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => value.current?.focus(), [token]);
  return (
    <Stack gap="sm">
      <Alert color="orange" icon={<Icon name="warning" />} title="It is shown only while this page is open">
        The commands below have it in them already. It is stored nowhere; keep it where your CI keeps its
        secrets. Good until {formatDateTime(token.expires)}.
      </Alert>
      <div
        ref={value}
        tabIndex={-1}
        role="group"
        aria-label={`The token of ${token.sub}`}
        style={{ outline: 'none' }}
      >
        <CodeSnippet what="the token" code={token.accessToken} isWrapped />
      </div>
    </Stack>
  );
};

/** Step 2: a token that may send data of this workload, and nothing else. */
export const TokenStep = ({ config, workload, token, onToken }: Props) => {
  const { scopes } = useSession();
  const create = useCreateToken();
  const { data: tokens } = useTokens(false);
  const { id } = workload;
  const existing = tokens?.find(canSendTo(id));
  const lacking = (['data:write', 'tokens:manage'] as const).find((one) => !scopes.includes(one));
  const make = (): void =>
    create.mutate(
      {
        subject: `get-started-${id}`,
        description: 'Made on the page “Get started”.',
        scopes: ['data:read', 'data:write'],
        workloads: [id],
        ttl: Number(preferredLifetime(config.limits.serviceTokenSeconds)),
      },
      { onSuccess: onToken },
    );
  return (
    <Step
      number={2}
      title="Get a token"
      description="With it a program may send the data of this workload, and nothing else."
      isDone={token !== null || existing !== undefined}
    >
      {token ? (
        <Made token={token} />
      ) : lacking ? (
        <AskFor scope={lacking} to="make a token that sends data">
          With a token from somebody else, go on with step 3.
        </AskFor>
      ) : (
        <Stack gap="sm">
          {existing && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              There is one already: <bdi>{existing.sub}</bdi>, good until {formatDateTime(existing.expires)}.
              Its value can’t be shown again. Put it into your terminal as <Code>CODEMETRICS_TOKEN</Code>, or
              make another. <Link to="/tokens">All tokens</Link>
            </Text>
          )}
          {create.error && <ErrorNotice title="The token was not made" error={create.error} />}
          <Group>
            <Button
              variant={existing ? 'default' : 'filled'}
              leftSection={<Icon name="key" size={16} />}
              loading={create.isPending}
              onClick={make}
            >
              {existing ? 'Make another' : 'Make the token'}
            </Button>
          </Group>
        </Stack>
      )}
    </Step>
  );
};
