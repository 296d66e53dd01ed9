import { useState } from 'react';
import { Stack, Text } from '@mantine/core';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import type { Sending } from '../sending.ts';
import { runCommand } from '../sending.ts';

/** One made-up run, to see that data arrives. */
export const RunWay = ({ sending }: { readonly sending: Sending }) => {
  // The command stays the same while the page is open: sent twice, it is still one run.
  const [now] = useState(() => new Date());
  return (
    <Stack gap="sm">
      <Text size="sm">
        Paste it into any terminal. It sends one run of a job <code>hello</code>, made up to see that data
        arrives.
      </Text>
      <CodeSnippet what="the command that sends a run" code={runCommand(sending, now)} isWrapped />
    </Stack>
  );
};
