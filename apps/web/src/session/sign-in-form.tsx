import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useSignIn } from './use-sign-in.ts';
import { SignInFailure } from './sign-in-failure.tsx';

/** User name and password. After a failure the focus is where the next attempt begins. */
export const SignInForm = ({ search }: { search: string }) => {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const signIn = useSignIn(search);
  const { error } = signIn;
  useEffect(() => {
    if (error) passwordField.current?.select();
  }, [error]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (signIn.isPending) return;
    const isMissing = username.trim() === '' || password === '';
    setMissing(isMissing);
    if (isMissing) (username.trim() === '' ? nameField : passwordField).current?.focus();
    else signIn.mutate({ username, password });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Sign in">
      <Stack gap="md">
        {error && <SignInFailure error={error} failedAt={signIn.failedAt} />}
        <TextInput
          ref={nameField}
          label="User name"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          size="md"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          error={missing && username.trim() === '' && 'Enter your user name'}
        />
        <PasswordInput
          ref={passwordField}
          label="Password"
          name="password"
          autoComplete="current-password"
          size="md"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={missing && password === '' && 'Enter your password'}
          aria-invalid={missing && password === ''}
          visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
        />
        <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
};
