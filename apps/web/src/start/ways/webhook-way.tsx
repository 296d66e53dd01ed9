import { useState } from 'react';
import { List, SegmentedControl, Stack, Text } from '@mantine/core';
import { SOURCE_GUIDES } from '../../administration/sources/source-guides.ts';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { useSession } from '../../session/use-session.ts';
import { AskFor } from '../ask-for.tsx';
import type { Sending } from '../sending.ts';
import { ReachNote } from './reach-note.tsx';
import { WebhookSecret } from './webhook-secret.tsx';

type Provider = 'github' | 'gitlab';

/** The provider's own events, from which runs, deployments, changes and commits come by themselves. */
export const WebhookWay = ({ sending }: { readonly sending: Sending }) => {
  const { scopes } = useSession();
  const [provider, setProvider] = useState<Provider>('github');
  const address = `${sending.origin}/api/webhooks/${provider}`;
  return (
    <Stack gap="sm">
      <Text size="sm">
        The best way to stay: runs, deployments, pull requests and issues come by themselves, of every
        repository that the workload lists.
      </Text>
      <ReachNote />
      <SegmentedControl
        aria-label="Provider"
        style={{ alignSelf: 'flex-start' }}
        data={[
          { value: 'github', label: 'GitHub' },
          { value: 'gitlab', label: 'GitLab' },
        ]}
        value={provider}
        onChange={(value) => setProvider(value as Provider)}
      />
      <CodeSnippet what="the address of the webhook" code={address} isWrapped />
      {scopes.includes('sources:manage') ? (
        <WebhookSecret key={provider} provider={provider} />
      ) : (
        <AskFor scope="sources:manage" to="set the secret of a webhook">
          Whoever does it gives you the secret.
        </AskFor>
      )}
      <List type="ordered" size="sm" spacing="xs" style={{ overflowWrap: 'anywhere' }}>
        {SOURCE_GUIDES[provider].steps.map((step) => (
          <List.Item key={step}>{step.replace('{address}', address)}</List.Item>
        ))}
      </List>
    </Stack>
  );
};
