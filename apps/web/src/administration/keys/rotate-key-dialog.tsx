import { useState } from 'react';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { Dialog } from '../../elements/dialog.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { useRotateKey } from './use-keys.ts';

const ALGORITHMS = [
  { value: 'HS256', label: 'HS256: one secret, known to the servers alone' },
  { value: 'EdDSA', label: 'EdDSA: a pair of keys' },
];

/** Signs with a new key from now on. */
export const RotateKeyDialog = ({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) => {
  const [algorithm, setAlgorithm] = useState('HS256');
  const rotate = useRotateKey();
  const close = (): void => {
    onClose();
    rotate.reset();
  };
  return (
    <Dialog title="Rotate the signing key" isOpen={isOpen} onClose={close} isGuarded={rotate.isPending}>
      <Stack>
        <Text>
          A new key is made, and signs every token and session from now on. What was signed before stays good:
          nobody is signed out and no token ends. End the old key once its tokens are replaced.
        </Text>
        <NativeSelect
          label="Algorithm"
          data={ALGORITHMS}
          value={algorithm}
          onChange={(event) => setAlgorithm(event.currentTarget.value)}
        />
        {rotate.error && <ErrorNotice title="The key was not rotated" error={rotate.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} disabled={rotate.isPending}>
            Cancel
          </Button>
          <Button
            loading={rotate.isPending}
            onClick={() => rotate.mutate({ alg: algorithm as 'HS256' | 'EdDSA' }, { onSuccess: close })}
          >
            Rotate key
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
