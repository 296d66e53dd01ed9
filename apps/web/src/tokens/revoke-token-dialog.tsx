import { Button, Group, Stack, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { Dialog } from '../elements/dialog.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { RevokeImpact } from './revoke-impact.tsx';
import { SubjectText } from './subject-text.tsx';
import { useRevokeToken } from './use-tokens.ts';

interface Props {
  readonly token: ServiceToken;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before a token is ended for good. It goes from the list only when the server has answered. */
export const RevokeTokenDialog = ({ token, isOpen, onClose }: Props) => {
  const revoke = useRevokeToken();
  const close = (): void => {
    onClose();
    revoke.reset();
  };
  return (
    <Dialog title="Revoke the token?" isOpen={isOpen} onClose={close} isGuarded={revoke.isPending}>
      <Stack>
        <Text>
          <strong>
            <SubjectText text={token.sub} />
          </strong>
        </Text>
        <RevokeImpact tokenId={token.tokenId} />
        <Text>This can’t be undone. To replace it without a break, rotate it instead.</Text>
        {revoke.error && <ErrorNotice title="The token was not revoked" error={revoke.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close} disabled={revoke.isPending}>
            Cancel
          </Button>
          <Button
            color="red.9"
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ tokenId: token.tokenId }, { onSuccess: close })}
          >
            Revoke token
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
