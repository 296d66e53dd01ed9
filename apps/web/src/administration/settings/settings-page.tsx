import { Code, Group, Skeleton, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Setting } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Page } from '../../elements/page.tsx';
import { useAddress } from '../../elements/use-address.ts';
import type { Column } from '../shared/record-list.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { SearchField } from '../shared/search-field.tsx';
import { SettingOrigin } from './setting-origin.tsx';
import { SettingValue } from './setting-value.tsx';

const COLUMNS: readonly [Column<Setting>, ...Column<Setting>[]] = [
  {
    label: 'Setting',
    cell: ({ name, description }) => (
      <>
        <Code>{name}</Code>
        <Text size="sm" c="dimmed" mt={4} fw={400} maw="34rem">
          {description}
        </Text>
      </>
    ),
  },
  { label: 'In force', cell: (setting) => <SettingValue setting={setting} /> },
  { label: 'Default', cell: (setting) => <Text size="sm">{setting.default ?? 'none'}</Text> },
  { label: 'From', cell: ({ origin }) => <SettingOrigin origin={origin} /> },
];

const matches = ({ name, description }: Setting, text: string): boolean =>
  `${name} ${description}`.toLowerCase().includes(text.trim().toLowerCase());

/** What the server was started with. */
export const SettingsPage = () => {
  const { query, change } = useAddress();
  const { data, error, refetch } = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => client.system.settings({}, { signal }),
  });
  const text = query['search'] ?? '';
  const onlySet = query['only'] === 'set';
  const rows = data?.settings.filter((one) => matches(one, text) && (!onlySet || one.origin !== 'default'));
  return (
    <Page
      title="Settings in force"
      description="Read from the environment once, when the server that answers was started. Change them there and restart it. Of a secret it is only told whether it is set."
    >
      <Group>
        <SearchField label="Search settings" value={text} onChange={(search) => change({ search })} />
        <Switch
          label="Only what is set"
          checked={onlySet}
          onChange={(event) => change({ only: event.currentTarget.checked ? 'set' : undefined })}
        />
      </Group>
      {error && (
        <ErrorNotice title="The settings could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton height={480} role="status" aria-label="Loading the settings" />}
      {rows?.length === 0 && <Text>No setting fits. Search for something else, or show all.</Text>}
      {rows && rows.length > 0 && (
        <RecordList label="Settings" rows={rows} columns={COLUMNS} rowKey={({ name }) => name} />
      )}
    </Page>
  );
};
