import { useEffect, useState } from 'react';
import { Alert, Anchor, Box, Paper, Stack, Text, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { Icon } from '../elements/icon.tsx';
import { Logo } from '../shell/logo.tsx';
import { nextPath } from './next-path.ts';
import { ProviderFailure } from './provider-failure.tsx';
import classes from './sign-in-page.module.css';
import { SignInWays } from './sign-in-ways.tsx';
import { useSessionQuery } from './use-session.ts';
import { useSignInOptions } from './use-sign-in-options.ts';

/** The door. Who is signed in already is led on. */
export const SignInPage = () => {
  const { history } = useRouter();
  // As it was when the page opened: while the next one loads, the address is that one's already.
  const [search] = useState(history.location.search);
  const { data } = useSessionQuery();
  const { data: options } = useSignInOptions();
  const query = new URLSearchParams(search);
  const failure = query.get('error');
  useEffect(() => {
    document.title = 'Sign in · CodeMetrics';
  }, []);
  useEffect(() => {
    if (data) history.replace(nextPath(search));
  }, [data, search, history]);
  return (
    <Box component="main" className={classes.page}>
      <Stack gap="lg" className={classes.column}>
        <Logo size={40} />
        <Paper withBorder p={{ base: 'lg', xs: 'xl' }} radius="lg" className={classes.card}>
          <Title order={1} mb="lg">
            Sign in
          </Title>
          {query.has('ended') && (
            <Alert color="indigo" mb="md" role="status" icon={<Icon name="info" />}>
              Your session has ended. Sign in again to go on where you were.
            </Alert>
          )}
          {failure !== null && <ProviderFailure code={failure} />}
          <SignInWays search={search} />
        </Paper>
        <Text size="sm" c="dimmed" ta="center">
          {options?.localPasswords !== false &&
            'Forgotten your password? An administrator can set a new one. '}
          <Anchor href="/docs">API documents</Anchor>
        </Text>
      </Stack>
    </Box>
  );
};
