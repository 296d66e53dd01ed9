import { Text } from '@mantine/core';
import type { User } from '@codemetrics/contracts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { CreateUserDialog } from './create-user-dialog.tsx';
import { DisableUserDialog } from './disable-user-dialog.tsx';
import { EditUserDialog } from './edit-user-dialog.tsx';
import { SetPasswordDialog } from './set-password-dialog.tsx';
import type { UserAction } from './user-list.tsx';
import { useDeleteUser } from './use-users.ts';

interface Props {
  readonly open: UserAction | null;
  readonly user: User | null;
  readonly onClose: () => void;
}

/** What is asked and told while a user is made or changed. */
export const UserDialogs = ({ open, user, onClose }: Props) => {
  const remove = useDeleteUser();
  return (
    <>
      <CreateUserDialog isOpen={open === 'create'} onClose={onClose} />
      {user && (
        <>
          <EditUserDialog user={user} isOpen={open === 'edit'} onClose={onClose} />
          <SetPasswordDialog user={user} isOpen={open === 'password'} onClose={onClose} />
          <DisableUserDialog user={user} isOpen={open === 'disable' || open === 'enable'} onClose={onClose} />
          <ConfirmDialog
            title={`Delete ${user.username}?`}
            isOpen={open === 'delete'}
            onClose={onClose}
            change={remove}
            action="Delete user"
            failure="The user was not deleted"
            typed={user.username}
            onConfirm={() => remove.mutate({ userId: user.userId }, { onSuccess: onClose })}
          >
            <Text>
              All their sessions, service tokens, CI identities and saved queries go with them, at once. What
              they did stays in the audit log. To keep what is theirs, disable them instead.
            </Text>
            <Text>This can’t be undone.</Text>
          </ConfirmDialog>
        </>
      )}
    </>
  );
};
