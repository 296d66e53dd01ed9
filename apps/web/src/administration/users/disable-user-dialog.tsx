import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { User } from '@codemetrics/contracts';
import { Dialog } from '../../elements/dialog.tsx';
import { UserFailure } from './user-failure.tsx';
import { useUpdateUser } from './use-users.ts';

interface Props {
  readonly user: User;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Disables a user or enables them again, and tells what that ends and what it does not bring back. */
export const DisableUserDialog = ({ user, isOpen, onClose }: Props) => {
  const update = useUpdateUser();
  const { disabled, userId, username } = user;
  const close = (): void => {
    onClose();
    update.reset();
  };
  return (
    <Dialog
      title={disabled ? `Enable ${username}?` : `Disable ${username}?`}
      isOpen={isOpen}
      onClose={close}
      isGuarded={update.isPending}
    >
      <Stack>
        {disabled ? (
          <Text>
            They can sign in again. Service tokens that were revoked when they were disabled stay revoked.
          </Text>
        ) : (
          <List spacing={4}>
            <List.Item>They can’t sign in until they are enabled again.</List.Item>
            <List.Item>Every session of theirs ends at once.</List.Item>
            <List.Item>
              All their service tokens are revoked <strong>for good</strong>: enabling them again revives
              none. Whatever uses one stops working.
            </List.Item>
          </List>
        )}
        <UserFailure title={`The user was not ${disabled ? 'enabled' : 'disabled'}`} error={update.error} />
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close} disabled={update.isPending}>
            Cancel
          </Button>
          <Button
            {...(disabled ? {} : { color: 'red.9' })}
            loading={update.isPending}
            onClick={() => update.mutate({ userId, disabled: !disabled }, { onSuccess: close })}
          >
            {disabled ? 'Enable user' : 'Disable user'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
