import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { generateSecret } from '../../administration/shared/generate-secret.ts';
import { SOURCE_GUIDES } from '../../administration/sources/source-guides.ts';
import { useSetSecret, useSources } from '../../administration/sources/use-sources.ts';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';

/** Sets the secret by which a provider's deliveries are believed, and shows it while the page is open. */
export const WebhookSecret = ({ provider }: { readonly provider: 'github' | 'gitlab' }) => {
  const { data, error, refetch } = useSources();
  const set = useSetSecret();
  const { name } = SOURCE_GUIDES[provider];
  if (set.isSuccess && set.variables)
    return (
      <Stack gap="xs" role="status">
        <Text size="sm">
          The secret is set. Give it to {name} now: it is shown only while this page is open.
        </Text>
        <CodeSnippet what={`the secret of ${name}`} code={set.variables.secret} isWrapped />
      </Stack>
    );
  if (error)
    return (
      <ErrorNotice title="The source could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  if (!data) return <Skeleton height={36} role="status" aria-label="Loading the source" />;
  const isSet = data.sources.find((one) => one.source === provider)?.configured ?? false;
  return (
    <Stack gap="xs">
      {set.error && <ErrorNotice title="The secret was not set" error={set.error} />}
      <Text size="sm">
        {isSet
          ? `${name} has a secret already, which can’t be shown again. With another one, what is signed with the first is refused.`
          : 'The secret proves that a delivery comes from your provider.'}
      </Text>
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="lock" size={16} />}
          loading={set.isPending}
          onClick={() => set.mutate({ source: provider, secret: generateSecret() })}
        >
          {isSet ? 'Set another secret' : 'Set a secret'}
        </Button>
      </Group>
    </Stack>
  );
};
