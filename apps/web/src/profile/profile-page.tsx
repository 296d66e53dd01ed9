import { SimpleGrid, Stack } from '@mantine/core';
import { useSignInOptions } from '../session/use-sign-in-options.ts';
import { Page } from '../elements/page.tsx';
import { Appearance } from './appearance.tsx';
import { ChangePassword } from './change-password.tsx';
import { ScriptAccess } from './script-access.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { WhoYouAre } from './who-you-are.tsx';

/** The person's own settings. */
export const ProfilePage = () => {
  const { data: options } = useSignInOptions();
  return (
    <Page title="Profile">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg" miw={0}>
          <WhoYouAre />
          <ScriptAccess />
        </Stack>
        <Stack gap="lg" miw={0}>
          <SessionsPanel />
          <Appearance />
          {options?.localPasswords !== false && <ChangePassword />}
        </Stack>
      </SimpleGrid>
    </Page>
  );
};
