import { Button, Group, Stack, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { Dialog } from '../elements/dialog.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { formatDateTime, formatRelative } from '../elements/format-time.ts';
import { useRevokeToken } from './use-tokens.ts';

interface Props {
  readonly token: ServiceToken;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What stops working, as far as the token's use tells. */
const consequence = ({ lastUsed, lastUsedFrom, useCount }: ServiceToken): string => {
  if (lastUsed === null) return 'It has never been used, so most likely nothing stops working.';
  const from = lastUsedFrom === null ? '' : ` from ${lastUsedFrom}`;
  const times = useCount === 1 ? 'once' : `${useCount.toLocaleString()} times`;
  return `It has been used ${times}, most recently ${formatRelative(lastUsed)}${from} (${formatDateTime(lastUsed)}). Whatever still uses it stops working at once.`;
};

/** Asks before a token is ended for good. */
export const RevokeTokenDialog = ({ token, isOpen, onClose }: Props) => {
  const revoke = useRevokeToken();
  const close = (): void => {
    onClose();
    revoke.reset();
  };
  return (
    <Dialog title={`Revoke ${token.sub}?`} isOpen={isOpen} onClose={close} isGuarded={revoke.isPending}>
      <Stack>
        <Text>{consequence(token)}</Text>
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
