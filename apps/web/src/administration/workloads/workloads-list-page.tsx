import { Button, Group, Skeleton, Text } from '@mantine/core';
import type { Workload } from '@codemetrics/contracts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { Page } from '../../elements/page.tsx';
import { Panel } from '../../elements/panel.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { MoreRows } from '../shared/more-rows.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { RowMenu } from '../shared/row-menu.tsx';
import { SearchField } from '../shared/search-field.tsx';
import { useChosen } from '../shared/use-chosen.ts';
import { useShown } from '../shared/use-shown.ts';
import { DeleteWorkloadDialog } from './delete-workload-dialog.tsx';
import { useWorkloads } from './use-workloads.ts';
import { WORKLOAD_COLUMNS } from './workload-columns.tsx';
import { WorkloadDialog } from './workload-dialog.tsx';

const matches = (workload: Workload, text: string): boolean =>
  JSON.stringify(workload).toLowerCase().includes(text.trim().toLowerCase());

/** The workloads, each to be changed by a form. */
export const WorkloadsListPage = () => {
  const { query, change } = useAddress();
  const { data: workloads, error, refetch } = useWorkloads();
  const { open, chosen, choose, close } = useChosen<'create' | 'edit' | 'delete', Workload>();
  const text = query['search'] ?? '';
  const found = (workloads ?? []).filter((one) => matches(one, text));
  const { shown, hasMore, more } = useShown(found);
  return (
    <Page
      title="Workloads"
      description="A workload is a team, a product or a service whose numbers are read together."
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<Icon name="copy" size={16} />}
            onClick={() => change({ view: 'file', search: undefined }, { push: true })}
          >
            Apply a file
          </Button>
          <Button leftSection={<Icon name="plus" />} onClick={() => choose('create')}>
            Create workload
          </Button>
        </Group>
      }
    >
      {workloads && workloads.length > 0 && (
        <SearchField label="Search workloads" value={text} onChange={(search) => change({ search })} />
      )}
      {error && (
        <ErrorNotice title="The workloads could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!workloads && !error && <Skeleton height={320} role="status" aria-label="Loading the workloads" />}
      {workloads?.length === 0 && (
        <Panel title="No workloads yet">
          <Text maw="44rem">
            Create one and list its repositories, by name or by a pattern such as acme/shop-*. Data that comes
            for them counts for it.
          </Text>
        </Panel>
      )}
      {workloads && workloads.length > 0 && found.length === 0 && <Text>No workload fits.</Text>}
      {shown.length > 0 && (
        <RecordList
          label="Workloads"
          rows={shown}
          columns={WORKLOAD_COLUMNS}
          rowKey={({ id }) => id}
          actions={(workload) => (
            <RowMenu
              of={workload.id}
              actions={[
                { label: 'Change …', icon: 'edit', onChoose: () => choose('edit', workload) },
                {
                  label: 'Delete …',
                  icon: 'trash',
                  isDangerous: true,
                  onChoose: () => choose('delete', workload),
                },
              ]}
            />
          )}
        />
      )}
      <MoreRows hasMore={hasMore} isLoading={false} onMore={more} />
      <WorkloadDialog isOpen={open === 'create'} onClose={close} />
      {chosen && <WorkloadDialog workload={chosen} isOpen={open === 'edit'} onClose={close} />}
      {chosen && <DeleteWorkloadDialog workload={chosen} isOpen={open === 'delete'} onClose={close} />}
    </Page>
  );
};
