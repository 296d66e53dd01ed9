import { Button, Skeleton, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { AuditEntry } from '@codemetrics/contracts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { Page } from '../../elements/page.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { MoreRows } from '../shared/more-rows.tsx';
import type { Column } from '../shared/record-list.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { useChosen } from '../shared/use-chosen.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditOutcome } from './audit-outcome.tsx';
import { downloadAudit } from './download-audit.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { readFilter } from './read-filter.ts';
import { useAudit } from './use-audit.ts';
import { VerifyAudit } from './verify-audit.tsx';

const COLUMNS: readonly [Column<AuditEntry>, ...Column<AuditEntry>[]] = [
  { label: 'Action', cell: ({ action }) => <bdi>{action}</bdi> },
  { label: 'Outcome', cell: ({ outcome }) => <AuditOutcome outcome={outcome} /> },
  {
    label: 'Actor',
    cell: ({ actor, actorKind, address }) => (
      <>
        <bdi>{actor}</bdi>
        <Text size="xs" c="dimmed">
          {actorKind}
          {address !== null && `, from ${address}`}
        </Text>
      </>
    ),
  },
  {
    label: 'Target',
    cell: ({ target }) => (
      <Text span size="sm">
        <bdi>{target ?? '–'}</bdi>
      </Text>
    ),
  },
  { label: 'Time', cell: ({ time }) => <TimeStamp at={time} as="date-time" /> },
];

/** Who did what, newest first. */
export const AuditPage = () => {
  const { query, change } = useAddress();
  const filter = readFilter(query);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAudit(filter);
  const { open, chosen, choose, close } = useChosen<'entry', AuditEntry>();
  const download = useMutation({ mutationFn: downloadAudit });
  const rows = data?.pages.flatMap((page) => page.entries) ?? [];
  const head = data?.pages[0]?.head;
  return (
    <Page
      title="Audit log"
      description="Every change, sign-in and refused attempt. Entries are never changed or deleted."
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          loading={download.isPending}
          onClick={() => download.mutate(filter)}
        >
          Download as NDJSON
        </Button>
      }
    >
      <AuditFilters filter={filter} onChange={change} />
      {download.error && <ErrorNotice title="The log was not downloaded" error={download.error} />}
      {error && (
        <ErrorNotice title="The log could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton height={480} role="status" aria-label="Loading the audit log" />}
      {data && rows.length === 0 && <Text>No entry fits the filter.</Text>}
      {rows.length > 0 && (
        <RecordList
          label="Audit log"
          rows={rows}
          columns={COLUMNS}
          rowKey={({ sequence }) => String(sequence)}
          actions={(entry) => (
            <Button
              variant="subtle"
              size="xs"
              aria-label={`Details of entry ${entry.sequence}`}
              onClick={() => choose('entry', entry)}
            >
              Details
            </Button>
          )}
        />
      )}
      <MoreRows hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      {head && <VerifyAudit head={head} />}
      {chosen && <EntryDialog entry={chosen} isOpen={open === 'entry'} onClose={close} />}
    </Page>
  );
};
