import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { IssuedToken } from '@codemetrics/contracts';
import { CodeSnippet } from '../elements/code-snippet.tsx';
import { formatDateTime } from '../elements/format-time.ts';
import { Icon } from '../elements/icon.tsx';
import { SubjectText } from './subject-text.tsx';
import { TokenSnippets } from './token-snippets.tsx';

interface Props {
  readonly token: IssuedToken;
  readonly onDone: () => void;
  /** What else is to be told of it. */
  readonly children?: ReactNode;
}

/** A token's value, shown this once, and how to use it. */
export const IssuedTokenView = ({ token, onDone, children }: Props) => {
  const value = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone with its form.
  useEffect(() => value.current?.focus(), []);
  return (
    <Stack>
      <Alert color="orange" icon={<Icon name="warning" />} title="Copy it now: it is shown this once">
        It is stored nowhere, so nobody can look it up later. Good until {formatDateTime(token.expires)}.
      </Alert>
      <div
        ref={value}
        tabIndex={-1}
        role="group"
        aria-label={`The token of ${token.sub}`}
        style={{ outline: 'none' }}
      >
        <Text fw={600} size="sm" mb={4}>
          Token of <SubjectText text={token.sub} />
        </Text>
        <CodeSnippet what="the token" code={token.accessToken} isWrapped />
      </div>
      {children}
      <TokenSnippets accessToken={token.accessToken} />
      <Group justify="flex-end">
        <Button onClick={onDone}>I have stored it</Button>
      </Group>
    </Stack>
  );
};
