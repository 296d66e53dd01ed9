import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../elements/icon.tsx';
import { Page } from '../../elements/page.tsx';
import { Panel } from '../../elements/panel.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { ConfiguredBadge } from './configured-badge.tsx';
import { Deliveries } from './deliveries.tsx';
import { ReplayUnmatched } from './replay-unmatched.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { SOURCE_GUIDES } from './source-guides.ts';
import { SourceSetup } from './source-setup.tsx';
import type { ListedSource } from './source-list.tsx';

/** One source: how it stands, how it is set up, and what came. */
export const SourceView = ({ source: state }: { readonly source: ListedSource }) => {
  const [isOpen, setOpen] = useState(false);
  const { source, configured, updated } = state;
  const { name } = SOURCE_GUIDES[source];
  return (
    <Page
      title={name}
      description={
        <>
          <Link to="/administration/$section" params={{ section: 'sources' }}>
            All sources
          </Link>
        </>
      }
      actions={
        <Button leftSection={<Icon name="key" />} onClick={() => setOpen(true)}>
          {configured ? 'Replace the secret' : 'Set the secret'}
        </Button>
      }
    >
      <Group gap="sm">
        <ConfiguredBadge isConfigured={configured} />
        <Text size="sm" c="dimmed">
          {updated === null ? (
            'It has no secret, so every delivery is refused.'
          ) : (
            <>
              Secret set <TimeStamp at={updated} as="relative" />
            </>
          )}
        </Text>
      </Group>
      <SourceSetup source={state} />
      <ReplayUnmatched source={state} />
      <Panel title="Deliveries" description="What the provider sent, newest first.">
        <Deliveries source={source} />
      </Panel>
      <SecretDialog source={source} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Page>
  );
};
