import { Stack, Text } from '@mantine/core';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { Panel } from '../../elements/panel.tsx';

interface Props {
  readonly title: string;
  /** What is missing, and what could be done besides sending it. */
  readonly text: string;
  /** A command that sends it. */
  readonly command: string;
  /** What the command does: `sends a coverage report`. */
  readonly does: string;
}

/** Nothing to show: what to send so that there will be. */
export const NothingYet = ({ title, text, command, does }: Props) => (
  <Panel title={title}>
    <Stack gap="md" maw="52rem">
      <Text>{text}</Text>
      <div>
        <Text mb="xs">This {does}, with a service token in your terminal’s CODEMETRICS_TOKEN:</Text>
        <CodeSnippet what={`the command that ${does}`} code={command} />
      </div>
      <Text size="sm" c="dimmed">
        The other ways, and all that can be sent, stand in the <a href="/docs">API documents</a>.
      </Text>
    </Stack>
  </Panel>
);
