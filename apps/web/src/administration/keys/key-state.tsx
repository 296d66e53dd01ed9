import { Badge, Text } from '@mantine/core';
import type { SigningKey } from '@codemetrics/contracts';

const STATES = {
  signing: { label: 'Signing', color: 'teal', meaning: 'signs and verifies' },
  verifying: { label: 'Verifying', color: 'indigo', meaning: 'verifies what it signed before' },
  ended: { label: 'Ended', color: 'gray', meaning: 'what it signed is refused' },
} as const;

/** What a key is used for now. */
export const KeyState = ({ signingKey }: { readonly signingKey: SigningKey }) => {
  const { label, color, meaning } = STATES[signingKey.state];
  return (
    <>
      <Badge variant="outline" color={color} c="var(--mantine-color-text)" tt="none">
        {label}
      </Badge>
      <Text size="xs" c="dimmed" mt={2}>
        {meaning}
        {!signingKey.held && signingKey.state !== 'ended' && '; this server does not hold it'}
      </Text>
    </>
  );
};
