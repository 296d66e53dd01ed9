import { List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { Panel } from '../../elements/panel.tsx';
import { Fold } from '../shared/fold.tsx';
import { SOURCE_GUIDES } from './source-guides.ts';
import type { ListedSource } from './source-list.tsx';

/** The webhook's address, and how the provider is told of it. Unfolded until something has come. */
export const SourceSetup = ({ source: state }: { readonly source: ListedSource }) => {
  const { name, steps, proof, lists, makesSecret = false } = SOURCE_GUIDES[state.source];
  const address = `${location.origin}${state.webhookPath}`;
  return (
    <Panel title="Webhook">
      <Stack gap="sm">
        <CodeSnippet what="the webhook’s address" code={address} isWrapped />
        <Fold label={`How to set it up at ${name}`} isOpenAtFirst={state.lastDelivery === null}>
          <List type="ordered" spacing="xs" size="sm" style={{ overflowWrap: 'anywhere' }}>
            {!makesSecret && <List.Item>Set the secret here, by the button above.</List.Item>}
            {steps.map((step) => (
              <List.Item key={step}>{step.replace('{address}', address)}</List.Item>
            ))}
            <List.Item>
              List the {lists === 'repositories' ? 'repository' : 'service or project'} in a{' '}
              <Link to="/administration/$section" params={{ section: 'workloads' }}>
                workload
              </Link>
              . What no workload lists is kept as unmatched, and can be replayed.
            </List.Item>
          </List>
          <Text size="sm" c="dimmed" mt="xs">
            Each delivery proves itself by {proof}. Events that are not read do no harm: they are counted and
            ignored.
          </Text>
        </Fold>
      </Stack>
    </Panel>
  );
};
