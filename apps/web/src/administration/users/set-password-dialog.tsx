import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { User } from '@codemetrics/contracts';
import { fieldError } from '../../elements/describe-error.ts';
import { Dialog } from '../../elements/dialog.tsx';
import { useFocusInvalid } from '../../elements/use-focus-invalid.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { UserFailure } from './user-failure.tsx';
import { useUpdateUser } from './use-users.ts';

interface Props {
  readonly user: User;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const SetPasswordForm = ({ user, onClose }: Omit<Props, 'isOpen'>) => {
  const update = useUpdateUser();
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const { form, look } = useFocusInvalid(update.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (!update.isPending && password !== '')
      update.mutate({ userId: user.userId, password }, { onSuccess: onClose });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <Text>Every session of theirs ends at once. Their service tokens stay good.</Text>
        <UserFailure title="The password was not set" error={update.error} />
        <NewPasswordField
          isFirst
          value={password}
          onChange={setPassword}
          error={
            (isTried && password === '' ? 'Write or generate one' : undefined) ??
            fieldError(update.error, 'password')
          }
        />
        <Group justify="flex-end">
          <Button type="submit" loading={update.isPending}>
            Set password
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Gives a user a new password. */
export const SetPasswordDialog = ({ user, isOpen, onClose }: Props) => (
  <Dialog title={`Set a password for ${user.username}`} isOpen={isOpen} onClose={onClose}>
    <SetPasswordForm user={user} onClose={onClose} />
  </Dialog>
);
