import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import type { User } from '@codemetrics/contracts';
import { fieldError } from '../../elements/describe-error.ts';
import { Dialog } from '../../elements/dialog.tsx';
import { Icon } from '../../elements/icon.tsx';
import { WorkloadLimitField } from '../shared/workload-limit-field.tsx';
import { RoleField } from './role-field.tsx';
import { UserFailure } from './user-failure.tsx';
import { useUpdateUser } from './use-users.ts';

interface Props {
  readonly user: User;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const EditUserForm = ({ user, onClose }: Omit<Props, 'isOpen'>) => {
  const update = useUpdateUser();
  const [displayName, setDisplayName] = useState(user.displayName);
  const [role, setRole] = useState(user.role);
  const [workloads, setWorkloads] = useState<readonly string[] | null>(user.workloads);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (update.isPending) return;
    update.mutate(
      {
        userId: user.userId,
        role,
        workloads: workloads && [...workloads],
        ...(displayName.trim() === '' ? {} : { displayName: displayName.trim() }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {user.providers.length > 0 && (
          <Alert icon={<Icon name="info" />} title={`Signs in through ${user.providers.join(', ')}`}>
            If that provider keeps users in step, its groups set name, role and workloads anew at the next
            sign-in.
          </Alert>
        )}
        <UserFailure title="The user was not changed" error={update.error} />
        <TextInput
          label="Display name"
          data-autofocus
          autoComplete="off"
          maxLength={200}
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
          error={fieldError(update.error, 'displayName')}
        />
        <RoleField value={role} onChange={setRole} error={fieldError(update.error, 'role')} />
        <WorkloadLimitField
          who="the user"
          value={workloads}
          onChange={setWorkloads}
          error={fieldError(update.error, 'workloads')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={update.isPending}>
            Save changes
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Changes what a user is called and may do; it holds from their next call on. */
export const EditUserDialog = ({ user, isOpen, onClose }: Props) => (
  <Dialog title={`Change ${user.username}`} isOpen={isOpen} onClose={onClose}>
    <EditUserForm user={user} onClose={onClose} />
  </Dialog>
);
