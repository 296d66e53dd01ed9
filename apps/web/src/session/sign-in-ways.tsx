import { Divider, Stack } from '@mantine/core';
import { ProviderLinks } from './provider-links.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useSignInOptions } from './use-sign-in-options.ts';

/** The ways in that the server offers. While that can't be learned, a password is asked for. */
export const SignInWays = ({ search }: { search: string }) => {
  const { data, isPending } = useSignInOptions();
  if (isPending) return null;
  const { localPasswords, providers } = data ?? { localPasswords: true, providers: [] };
  return (
    <Stack gap="lg">
      {providers.length > 0 && <ProviderLinks providers={providers} search={search} />}
      {providers.length > 0 && localPasswords && <Divider label="or with a password" />}
      {localPasswords && <SignInForm search={search} />}
    </Stack>
  );
};
