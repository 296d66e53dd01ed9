import { Stack, Text } from '@mantine/core';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { Fold } from '../shared/fold.tsx';

interface Props {
  readonly head: { readonly sequence: number; readonly hash: string };
}

/** How anybody can check that nothing was taken out or changed. */
export const VerifyAudit = ({ head }: Props) => (
  <Fold label="How to verify it">
    <Stack gap="xs">
      <Text size="sm" maw="44rem">
        Each entry’s hash covers what it tells and the hash before it, so that a gap or a change shows. With a
        token that may read the audit log:
      </Text>
      <CodeSnippet
        what="the command that verifies the log"
        code={`CODEMETRICS_TOKEN=… codemetrics audit verify --url ${location.origin} --checkpoint audit-checkpoint.json`}
      />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        The newest entry is {head.sequence.toLocaleString()}, its hash <code>{head.hash}</code>. The
        checkpoint remembers it, so that a log that was cut off or written anew shows the next time.
      </Text>
    </Stack>
  </Fold>
);
