import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { client } from '../api/client.ts';
import { useSession } from '../session/use-session.ts';
import { Icon } from '../elements/icon.tsx';
import { Panel } from '../elements/panel.tsx';
import { useFocusInvalid } from '../elements/use-focus-invalid.ts';
import { ChangePasswordFailure } from './change-password-failure.tsx';
import { passwordErrors } from './password-errors.ts';

const EMPTY = { currentPassword: '', newPassword: '', repeated: '' };
const TOGGLE = { 'aria-label': 'Show password', tabIndex: 0 };

/** Changes the person's own password; a failure is told at the field that it is about. */
export const ChangePassword = () => {
  const { user } = useSession();
  const [values, setValues] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: (input: InputOf<'session', 'changePassword'>) => client.session.changePassword(input),
    onSuccess: () => {
      setValues(EMPTY);
      setTried(false);
    },
  });
  const errors = passwordErrors(values, isTried, change.error);
  const field = (name: keyof typeof EMPTY) => ({
    value: values[name],
    error: errors[name],
    // Mantine says it of every field but this kind.
    'aria-invalid': Boolean(errors[name]),
    visibilityToggleButtonProps: TOGGLE,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      change.reset();
      setValues((old) => ({ ...old, [name]: value }));
    },
  });
  const { form, look } = useFocusInvalid(change.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (change.isPending || Object.values(passwordErrors(values, true, null)).some(Boolean)) return;
    change.mutate({ currentPassword: values.currentPassword, newPassword: values.newPassword });
  };
  return (
    <Panel title="Change password" description="Every other session of yours ends. This one stays.">
      <form ref={form} onSubmit={submit} noValidate aria-label="Change password">
        <Stack>
          {/* For password managers, which otherwise guess the account. */}
          <input
            type="text"
            name="username"
            autoComplete="username"
            defaultValue={user.username}
            hidden
            readOnly
          />
          {change.error && <ChangePasswordFailure error={change.error} failedAt={change.submittedAt} />}
          {change.isSuccess && (
            <Alert color="teal" role="status" icon={<Icon name="check" />} title="Your password is changed" />
          )}
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            {...field('currentPassword')}
          />
          <PasswordInput
            label="New password"
            description="A few words that only you would put together make a good one"
            autoComplete="new-password"
            {...field('newPassword')}
          />
          <PasswordInput label="New password again" autoComplete="new-password" {...field('repeated')} />
          <Group>
            <Button type="submit" loading={change.isPending}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
};
