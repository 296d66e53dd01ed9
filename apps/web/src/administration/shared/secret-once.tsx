import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { Icon } from '../../elements/icon.tsx';

interface Props {
  /** What it is, such as `The secret of GitHub`. */
  readonly label: string;
  readonly secret: string;
  readonly onDone: () => void;
  /** Where it goes. */
  readonly children?: ReactNode;
}

/** A secret, shown this once. */
export const SecretOnce = ({ label, secret, onDone, children }: Props) => {
  const value = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone with its form.
  useEffect(() => value.current?.focus(), []);
  return (
    <Stack>
      <Alert color="orange" icon={<Icon name="warning" />} title="Copy it now: it is shown this once">
        The server keeps it sealed and shows it to nobody.
      </Alert>
      <div ref={value} tabIndex={-1} role="group" aria-label={label} style={{ outline: 'none' }}>
        <Text fw={600} size="sm" mb={4}>
          {label}
        </Text>
        <CodeSnippet what={label.toLowerCase()} code={secret} isWrapped />
      </div>
      {children}
      <Group justify="flex-end">
        <Button onClick={onDone}>I have stored it</Button>
      </Group>
    </Stack>
  );
};
