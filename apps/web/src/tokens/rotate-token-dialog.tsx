import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { IssuedToken, ServiceToken } from '@codemetrics/contracts';
import { fieldError } from '../elements/describe-error.ts';
import { Dialog } from '../elements/dialog.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { GraceField } from './grace-field.tsx';
import { IssuedTokenView } from './issued-token-view.tsx';
import { SubjectText } from './subject-text.tsx';
import { TokenLives } from './token-lives.tsx';
import { useRotateToken, useTokens } from './use-tokens.ts';

interface Props {
  readonly token: ServiceToken;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const DEFAULT_GRACE = '24h';

/** How long each of the two works, once the server has said when the old one ends. */
const Lives = ({ old, issued }: { old: ServiceToken; issued: IssuedToken }) => {
  const { data } = useTokens(true);
  // The list is read again after the change; before that it still tells the old end.
  if (!data?.some((one) => one.tokenId === issued.tokenId)) return null;
  const end = data.find((one) => one.tokenId === old.tokenId)?.expires ?? old.expires;
  return (
    <TokenLives
      now={Date.now()}
      lives={[
        { name: 'Old token', end },
        { name: 'New token', end: issued.expires },
      ]}
    />
  );
};

/** Replaces a token; the old one stays good for a while, so that nothing stops meanwhile. */
export const RotateTokenDialog = ({ token, isOpen, onClose }: Props) => {
  const [gracePeriod, setGracePeriod] = useState(DEFAULT_GRACE);
  const rotate = useRotateToken();
  const close = (): void => {
    onClose();
    setGracePeriod(DEFAULT_GRACE);
    rotate.reset();
  };
  const wrong = fieldError(rotate.error, 'gracePeriod');
  if (rotate.data)
    return (
      <Dialog title="The new token" isOpen={isOpen} onClose={close} isGuarded>
        <IssuedTokenView token={rotate.data} onDone={close}>
          <Lives old={token} issued={rotate.data} />
        </IssuedTokenView>
      </Dialog>
    );
  return (
    <Dialog title="Rotate the token" isOpen={isOpen} onClose={close} isGuarded={rotate.isPending}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rotate.mutate({ tokenId: token.tokenId, gracePeriod });
        }}
      >
        <Stack>
          <Text>
            You get a new token for{' '}
            <strong>
              <SubjectText text={token.sub} />
            </strong>{' '}
            with the same scopes, workloads, networks and lifetime. Until the old one ends, both work: time to
            put the new one into place.
          </Text>
          {rotate.error && wrong === undefined && (
            <ErrorNotice title="The token was not rotated" error={rotate.error} />
          )}
          <GraceField value={gracePeriod} onChange={setGracePeriod} error={wrong} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={rotate.isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={rotate.isPending} disabled={gracePeriod.trim() === ''}>
              Rotate token
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
