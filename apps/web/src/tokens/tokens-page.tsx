import { useState } from 'react';
import { Button, Group, SegmentedControl, Skeleton } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Icon } from '../elements/icon.tsx';
import { Page } from '../elements/page.tsx';
import { useAddress } from '../elements/use-address.ts';
import { CreateTokenDialog } from './create-token-dialog.tsx';
import { RevokeTokenDialog } from './revoke-token-dialog.tsx';
import { RotateTokenDialog } from './rotate-token-dialog.tsx';
import { TokenDrawer } from './token-drawer.tsx';
import type { TokenAction } from './token-list.ts';
import { TokensView } from './tokens-view.tsx';
import { useTokenRows } from './use-token-rows.ts';

/** The service tokens: who uses the API without being a person. */
export const TokensPage = () => {
  const { query, change } = useAddress();
  const [dialog, setDialog] = useState<TokenAction | 'create' | null>(null);
  // Kept while its dialog fades out, so that no name in it changes under the eye.
  const [chosen, setChosen] = useState<ServiceToken | null>(null);
  // A token that the address names may have ended.
  const { rows, error, refetch, isComplete } = useTokenRows(
    query['ended'] === 'shown' || query['token'] !== undefined,
  );
  const close = (): void => setDialog(null);
  const onAction = (action: TokenAction, token: ServiceToken): void => {
    setChosen(token);
    setDialog(action);
  };
  return (
    <Page
      title="Service tokens"
      description="A service token lets a program call the API on your behalf, within the limits that you give it."
      actions={
        <Group>
          <SegmentedControl
            aria-label="Show as"
            value={query['view'] === 'calendar' ? 'calendar' : 'list'}
            onChange={(view) => change({ view: view === 'calendar' ? view : undefined })}
            data={[
              { value: 'list', label: 'List' },
              { value: 'calendar', label: 'Calendar' },
            ]}
          />
          <Button leftSection={<Icon name="plus" />} onClick={() => setDialog('create')}>
            Create token
          </Button>
        </Group>
      }
    >
      {error && (
        <ErrorNotice title="The tokens could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!rows && !error && <Skeleton height={320} role="status" aria-label="Loading the tokens" />}
      {rows && <TokensView rows={rows} onAction={onAction} />}
      <TokenDrawer rows={rows} isComplete={isComplete} onAction={onAction} />
      <CreateTokenDialog isOpen={dialog === 'create'} onClose={close} />
      {chosen && <RotateTokenDialog token={chosen} isOpen={dialog === 'rotate'} onClose={close} />}
      {chosen && <RevokeTokenDialog token={chosen} isOpen={dialog === 'revoke'} onClose={close} />}
    </Page>
  );
};
