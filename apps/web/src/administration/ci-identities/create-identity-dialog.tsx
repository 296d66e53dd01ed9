import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '../../elements/dialog.tsx';
import { IdentityForm } from './identity-form.tsx';
import { IdentitySnippet } from './identity-snippet.tsx';
import { useCreateCiIdentity } from './use-ci-identities.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a CI identity, then shows what a job does with it. */
export const CreateIdentityDialog = ({ isOpen, onClose }: Props) => {
  const create = useCreateCiIdentity();
  const close = (): void => {
    onClose();
    create.reset();
  };
  return (
    <Dialog
      title={create.data ? `${create.data.name} is created` : 'Create a CI identity'}
      isOpen={isOpen}
      onClose={close}
      isGuarded={create.isPending}
    >
      {create.data ? (
        <Stack>
          <Text>Nothing has to be stored in the CI system. A job gets its token so:</Text>
          <IdentitySnippet identity={create.data} />
          <Group justify="flex-end">
            <Button data-autofocus onClick={close}>
              Done
            </Button>
          </Group>
        </Stack>
      ) : (
        <IdentityForm create={create} />
      )}
    </Dialog>
  );
};
