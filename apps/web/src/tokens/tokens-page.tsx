import { useState } from 'react';
import { Button, Skeleton, Switch } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Icon } from '../elements/icon.tsx';
import { Page } from '../elements/page.tsx';
import { useIsNarrow } from '../elements/use-is-narrow.ts';
import { CreateTokenDialog } from './create-token-dialog.tsx';
import { NoTokens } from './no-tokens.tsx';
import { RevokeTokenDialog } from './revoke-token-dialog.tsx';
import { RotateTokenDialog } from './rotate-token-dialog.tsx';
import { TokenCards } from './token-cards.tsx';
import type { TokenAction } from './token-list.ts';
import { TokenTable } from './token-table.tsx';
import { useTokens } from './use-tokens.ts';

/** The service tokens: who uses the API without being a person. */
export const TokensPage = () => {
  const [withInactive, setWithInactive] = useState(false);
  const [dialog, setDialog] = useState<TokenAction | 'create' | null>(null);
  // Kept while its dialog fades out, so that no name in it changes under the eye.
  const [chosen, setChosen] = useState<ServiceToken | null>(null);
  const { data: tokens, error, refetch } = useTokens(withInactive);
  const close = (): void => setDialog(null);
  const List = useIsNarrow() ? TokenCards : TokenTable;
  return (
    <Page
      title="Service tokens"
      description="A service token lets a program call the API on your behalf, within the limits that you give it."
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => setDialog('create')}>
          Create token
        </Button>
      }
    >
      <Switch
        label="Show revoked and expired ones too"
        checked={withInactive}
        onChange={(event) => setWithInactive(event.currentTarget.checked)}
      />
      {error && (
        <ErrorNotice title="The tokens could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!tokens && !error && <Skeleton height={260} role="status" aria-label="Loading the tokens" />}
      {tokens?.length === 0 && <NoTokens />}
      {tokens && tokens.length > 0 && (
        <List
          tokens={tokens}
          onAction={(action, token) => {
            setChosen(token);
            setDialog(action);
          }}
        />
      )}
      <CreateTokenDialog isOpen={dialog === 'create'} onClose={close} />
      {chosen && <RotateTokenDialog token={chosen} isOpen={dialog === 'rotate'} onClose={close} />}
      {chosen && <RevokeTokenDialog token={chosen} isOpen={dialog === 'revoke'} onClose={close} />}
    </Page>
  );
};
