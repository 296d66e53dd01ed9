import { Text } from '@mantine/core';
import type { SigningKey } from '@codemetrics/contracts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { useEndKey } from './use-keys.ts';

interface Props {
  readonly signingKey: SigningKey;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Ends a key, after telling what dies with it. */
export const EndKeyDialog = ({ signingKey, isOpen, onClose }: Props) => {
  const end = useEndKey();
  const { kid, activeTokens } = signingKey;
  const tokens =
    activeTokens === 0
      ? 'No active service token was signed by it.'
      : activeTokens === 1
        ? 'One active service token dies with it, at once.'
        : `${activeTokens.toLocaleString()} active service tokens die with it, at once.`;
  return (
    <ConfirmDialog
      title={`End the key ${kid}?`}
      isOpen={isOpen}
      onClose={onClose}
      change={end}
      action="End key"
      failure="The key was not ended"
      typed={kid}
      onConfirm={() => end.mutate({ kid }, { onSuccess: onClose })}
    >
      <Text>{tokens} Whoever is signed in by a session that it signed has to sign in again.</Text>
      <Text>This can’t be undone.</Text>
    </ConfirmDialog>
  );
};
