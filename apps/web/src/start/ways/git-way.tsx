import { Stack, Text } from '@mantine/core';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import type { Sending } from '../sending.ts';
import { gitCommand } from '../sending.ts';

/** The commits of a repository on the person’s disk. */
export const GitWay = ({ sending }: { readonly sending: Sending }) => (
  <Stack gap="sm">
    <Text size="sm">
      In a checkout of CodeMetrics. It reads the whole history of a repository on your disk; for churn,
      hotspots, the hours of work and lead times. A later run sends only what is new.
    </Text>
    <CodeSnippet what="the command that sends the git history" code={gitCommand(sending)} isWrapped />
  </Stack>
);
