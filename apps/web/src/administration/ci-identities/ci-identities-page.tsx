import { Button, Skeleton, Text } from '@mantine/core';
import type { CiIdentity } from '@codemetrics/contracts';
import { Dialog } from '../../elements/dialog.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { Page } from '../../elements/page.tsx';
import { Panel } from '../../elements/panel.tsx';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { RowMenu } from '../shared/row-menu.tsx';
import { useChosen } from '../shared/use-chosen.ts';
import { CreateIdentityDialog } from './create-identity-dialog.tsx';
import { IDENTITY_COLUMNS } from './identity-columns.tsx';
import { IdentitySnippet } from './identity-snippet.tsx';
import { useCiIdentities, useDeleteCiIdentity } from './use-ci-identities.ts';

/** Whose CI jobs need no stored secret. */
export const CiIdentitiesPage = () => {
  const { data, error, refetch } = useCiIdentities();
  const { open, chosen, choose, close } = useChosen<'create' | 'snippet' | 'delete', CiIdentity>();
  const remove = useDeleteCiIdentity();
  return (
    <Page
      title="CI identities"
      description="A CI job trades the token that its system gives it for a service token of some minutes, so that no secret is stored anywhere."
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => choose('create')}>
          Create CI identity
        </Button>
      }
    >
      {error && (
        <ErrorNotice
          title="The CI identities could not be loaded"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton height={160} role="status" aria-label="Loading the CI identities" />}
      {data?.identities.length === 0 && (
        <Panel title="No CI identities yet">
          <Text maw="44rem">
            Create one to let the jobs of a repository on GitHub Actions or GitLab send data. You choose which
            claims of the job’s token must fit, such as its repository and branch.
          </Text>
        </Panel>
      )}
      {data && data.identities.length > 0 && (
        <RecordList
          label="CI identities"
          rows={data.identities}
          columns={IDENTITY_COLUMNS}
          rowKey={({ identityId }) => identityId}
          actions={(identity) => (
            <RowMenu
              of={identity.name}
              actions={[
                { label: 'How a job uses it', icon: 'code', onChoose: () => choose('snippet', identity) },
                {
                  label: 'Delete …',
                  icon: 'trash',
                  isDangerous: true,
                  onChoose: () => choose('delete', identity),
                },
              ]}
            />
          )}
        />
      )}
      <CreateIdentityDialog isOpen={open === 'create'} onClose={close} />
      {chosen && (
        <>
          <Dialog title={`How a job uses ${chosen.name}`} isOpen={open === 'snippet'} onClose={close}>
            <IdentitySnippet identity={chosen} />
          </Dialog>
          <ConfirmDialog
            title={`Delete ${chosen.name}?`}
            isOpen={open === 'delete'}
            onClose={close}
            change={remove}
            action="Delete CI identity"
            failure="The CI identity was not deleted"
            onConfirm={() => remove.mutate({ identityId: chosen.identityId }, { onSuccess: close })}
          >
            <Text>Its jobs get no more tokens, and those that it gave are refused at once.</Text>
          </ConfirmDialog>
        </>
      )}
    </Page>
  );
};
