import { useState } from 'react';
import { Button, Menu, Text } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import { useSession } from '../../session/use-session.ts';
import type { Explorer } from '../use-explorer.ts';
import { SaveDialog } from './save-dialog.tsx';
import { SavedDialog } from './saved-dialog.tsx';
import { toAddress } from './saved-view.ts';
import { useSavedQueries } from './use-saved-queries.ts';

const MOST_IN_MENU = 12;

/** Saves the present query, and opens one of the person's own or of those that others share. */
export const SavedQueries = ({ explorer }: { readonly explorer: Explorer }) => {
  const [dialog, setDialog] = useState<'save' | 'list' | null>(null);
  const { data: saved } = useSavedQueries(true);
  const { user } = useSession();
  const isAsked = explorer.state.metrics.length > 0;
  return (
    <>
      <Menu position="bottom-end" width={280} shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Icon name="save" size={16} />}
            rightSection={<Icon name="chevron-down" size={14} />}
          >
            Saved
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          <Menu.Item disabled={!isAsked} onClick={() => setDialog('save')}>
            Save this query …
          </Menu.Item>
          <Menu.Item onClick={() => setDialog('list')}>Search, share, delete …</Menu.Item>
          <Menu.Divider />
          {saved?.slice(0, MOST_IN_MENU).map((one) => (
            <Menu.Item key={one.id} onClick={() => explorer.open(toAddress(one))}>
              <bdi style={{ overflowWrap: 'anywhere' }}>{one.name}</bdi>
              <Text size="xs" c="dimmed" component="span" display="block">
                {one.owner === user?.username ? (
                  one.shared ? (
                    'yours, shared'
                  ) : (
                    'only yours'
                  )
                ) : (
                  <>
                    shared by <bdi>{one.owner}</bdi>
                  </>
                )}
              </Text>
            </Menu.Item>
          ))}
          {saved && saved.length > MOST_IN_MENU && (
            <Menu.Label>and {saved.length - MOST_IN_MENU} more</Menu.Label>
          )}
          {saved?.length === 0 && <Menu.Label>Nothing saved yet</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      <SaveDialog query={explorer.query} isOpen={dialog === 'save'} onClose={() => setDialog(null)} />
      <SavedDialog isOpen={dialog === 'list'} onClose={() => setDialog(null)} onOpen={explorer.open} />
    </>
  );
};
