import { Collapse, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { Icon } from '../../elements/icon.tsx';

interface Props {
  readonly head: { readonly sequence: number; readonly hash: string };
}

/** How anybody can check that nothing was taken out or changed. */
export const VerifyAudit = ({ head }: Props) => {
  const [isOpen, { toggle }] = useDisclosure();
  return (
    <div>
      <UnstyledButton
        aria-expanded={isOpen}
        aria-controls="verify-audit"
        onClick={toggle}
        c="var(--mantine-color-anchor)"
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} /> How to verify it
      </UnstyledButton>
      <Collapse expanded={isOpen} id="verify-audit">
        <Stack gap="xs" mt="xs">
          <Text size="sm" maw="44rem">
            Each entry’s hash covers what it tells and the hash before it, so that a gap or a change shows.
            With a token that may read the audit log:
          </Text>
          <CodeSnippet
            what="the command that verifies the log"
            code={`CODEMETRICS_URL=${location.origin} CODEMETRICS_TOKEN=… codemetrics audit verify`}
          />
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            The newest entry is {head.sequence.toLocaleString()}, its hash <code>{head.hash}</code>. Keep both
            elsewhere to notice if the end is cut off.
          </Text>
        </Stack>
      </Collapse>
    </div>
  );
};
