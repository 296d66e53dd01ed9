import { useState } from 'react';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { Dialog } from '../elements/dialog.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { IssuedTokenView } from './issued-token-view.tsx';
import { useRotateToken } from './use-tokens.ts';

interface Props {
  readonly token: ServiceToken;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const GRACE_PERIODS = [
  { value: '0', label: 'No time: it ends now' },
  { value: '1h', label: '1 hour' },
  { value: '24h', label: '24 hours' },
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
];

/** Replaces a token; the old one stays good for a while, so that nothing stops meanwhile. */
export const RotateTokenDialog = ({ token, isOpen, onClose }: Props) => {
  const [gracePeriod, setGracePeriod] = useState('24h');
  const rotate = useRotateToken();
  const close = (): void => {
    onClose();
    setGracePeriod('24h');
    rotate.reset();
  };
  return (
    <Dialog
      title={rotate.data ? 'The new token' : `Rotate ${token.sub}`}
      isOpen={isOpen}
      onClose={close}
      isGuarded={rotate.isPending || rotate.isSuccess}
    >
      {rotate.data ? (
        <IssuedTokenView token={rotate.data} onDone={close} />
      ) : (
        <Stack>
          <Text>You get a new token with the same subject, scopes, workloads and lifetime.</Text>
          {rotate.error && <ErrorNotice title="The token was not rotated" error={rotate.error} />}
          <NativeSelect
            label="How long the old token stays good"
            description="Time to put the new one into place"
            data={GRACE_PERIODS}
            value={gracePeriod}
            onChange={(event) => setGracePeriod(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={rotate.isPending}>
              Cancel
            </Button>
            <Button
              loading={rotate.isPending}
              onClick={() => rotate.mutate({ tokenId: token.tokenId, gracePeriod })}
            >
              Rotate token
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
};
