import { useState } from 'react';
import { Button, Menu, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { Icon } from '../../elements/icon.tsx';
import { fromQuery } from '../state/from-query.ts';
import type { Explorer } from '../use-explorer.ts';
import { SaveDialog } from './save-dialog.tsx';

/** One's saved queries and those that others share, to open one; and a way to save the present one. */
export const SavedQueries = ({ explorer }: { readonly explorer: Explorer }) => {
  const [isSaving, setSaving] = useState(false);
  const { data } = useQuery({
    queryKey: ['saved-queries'],
    queryFn: ({ signal }) => client.savedQueries.list({ limit: 100 }, { signal }),
  });
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
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          <Menu.Item disabled={!isAsked} onClick={() => setSaving(true)}>
            Save this query …
          </Menu.Item>
          <Menu.Divider />
          {data?.queries.map((saved) => (
            <Menu.Item key={saved.id} onClick={() => explorer.open(fromQuery(saved.query))}>
              <bdi>{saved.name}</bdi>
              <Text size="xs" c="dimmed">
                {saved.shared ? `shared by ${saved.owner}` : 'only yours'}
              </Text>
            </Menu.Item>
          ))}
          {data?.queries.length === 0 && <Menu.Label>Nothing saved yet</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      <SaveDialog isOpen={isSaving} onClose={() => setSaving(false)} query={explorer.query} />
    </>
  );
};
