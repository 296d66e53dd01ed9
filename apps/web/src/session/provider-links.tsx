import { Button, Stack } from '@mantine/core';
import type { OutputOf } from '@codemetrics/client';
import { nextPath } from './next-path.ts';

interface Props {
  readonly providers: OutputOf<'session', 'providers'>['providers'];
  /** The query of the sign-in page, which says where to go afterwards. */
  readonly search: string;
}

/** A way to each provider: plain links, since the browser leaves this app. */
export const ProviderLinks = ({ providers, search }: Props) => {
  const query = new URLSearchParams({ next: nextPath(search) }).toString();
  return (
    <Stack gap="sm">
      {providers.map(({ id, name, url }) => (
        <Button key={id} component="a" href={`${url}?${query}`} variant="default" size="md" fullWidth>
          Sign in with {name}
        </Button>
      ))}
    </Stack>
  );
};
