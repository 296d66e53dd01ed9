import { Collapse, List, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { Icon } from '../../elements/icon.tsx';
import { Panel } from '../../elements/panel.tsx';
import { SOURCE_GUIDES } from './source-guides.ts';
import type { ListedSource } from './source-list.tsx';

/** The webhook's address, and how the provider is told of it. Unfolded until something has come. */
export const SourceSetup = ({ source: state }: { readonly source: ListedSource }) => {
  const [isOpen, { toggle }] = useDisclosure(state.lastDelivery === null);
  const { name, steps, proof, lists } = SOURCE_GUIDES[state.source];
  const address = `${location.origin}${state.webhookPath}`;
  return (
    <Panel title="Webhook">
      <Stack gap="sm">
        <CodeSnippet what="the webhook’s address" code={address} isWrapped />
        <UnstyledButton
          aria-expanded={isOpen}
          aria-controls="source-setup"
          onClick={toggle}
          c="var(--mantine-color-anchor)"
        >
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} /> How to set it up at {name}
        </UnstyledButton>
        <Collapse expanded={isOpen} id="source-setup">
          <List type="ordered" spacing="xs">
            <List.Item>Set the secret here. It proves each delivery: {proof}.</List.Item>
            {steps.map((step) => (
              <List.Item key={step} style={{ overflowWrap: 'anywhere' }}>
                {step.replace('{address}', address)}
              </List.Item>
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
            Events that are not read do no harm: they are counted and ignored.
          </Text>
        </Collapse>
      </Stack>
    </Panel>
  );
};
