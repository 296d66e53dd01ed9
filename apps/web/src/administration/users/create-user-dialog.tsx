import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Role } from '@codemetrics/contracts';
import { fieldError } from '../../elements/describe-error.ts';
import { Dialog } from '../../elements/dialog.tsx';
import { useFocusInvalid } from '../../elements/use-focus-invalid.ts';
import { FormFailure } from '../shared/form-failure.tsx';
import { WorkloadLimitField } from '../shared/workload-limit-field.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { RoleField } from './role-field.tsx';
import { useCreateUser } from './use-users.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const FIELDS = ['username', 'displayName', 'password', 'role', 'workloads'];

const CreateUserForm = ({ onClose }: { readonly onClose: () => void }) => {
  const create = useCreateUser();
  const [username, setUsername] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [workloads, setWorkloads] = useState<readonly string[] | null>(null);
  const [isTried, setTried] = useState(false);
  const { form, look } = useFocusInvalid(create.error);
  const missing = {
    username: username.trim() === '' ? 'Give a name to sign in with' : undefined,
    password: password === '' ? 'Write or generate one' : undefined,
  };
  const errorOf = (field: string): string | undefined =>
    (isTried ? missing[field as keyof typeof missing] : undefined) ?? fieldError(create.error, field);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (create.isPending || Object.values(missing).some(Boolean)) return;
    const name = displayName.trim();
    create.mutate(
      {
        ...{ username: username.trim(), password, role },
        workloads: workloads && [...workloads],
        ...(name === '' ? {} : { displayName: name }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <FormFailure title="The user was not created" error={create.error} fields={FIELDS} />
        <TextInput
          label="User name"
          description="What they sign in with"
          data-autofocus
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          error={errorOf('username')}
        />
        <TextInput
          label="Display name"
          description="What others see; may be left out"
          autoComplete="off"
          maxLength={200}
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
          error={errorOf('displayName')}
        />
        <NewPasswordField value={password} onChange={setPassword} error={errorOf('password')} />
        <RoleField value={role} onChange={setRole} error={errorOf('role')} />
        <WorkloadLimitField
          who="the user"
          value={workloads}
          onChange={setWorkloads}
          error={errorOf('workloads')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            Create user
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Makes a user who signs in with a password. */
export const CreateUserDialog = ({ isOpen, onClose }: Props) => (
  <Dialog title="Create a user" isOpen={isOpen} onClose={onClose}>
    <CreateUserForm onClose={onClose} />
  </Dialog>
);
