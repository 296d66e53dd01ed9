import { Stack, Text } from '@mantine/core';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import type { Sending } from '../sending.ts';
import { coverageCommand } from '../sending.ts';

/** A coverage report that the person has. */
export const CoverageWay = ({ sending }: { readonly sending: Sending }) => (
  <Stack gap="sm">
    <Text size="sm">
      In a checkout of the repository, after its tests. LCOV, Cobertura, JaCoCo, Clover, Go and Istanbul are
      read; put the path of your report behind the <code>@</code>.
    </Text>
    <CodeSnippet what="the command that sends a coverage report" code={coverageCommand(sending)} isWrapped />
  </Stack>
);
