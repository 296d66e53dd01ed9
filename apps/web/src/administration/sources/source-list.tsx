import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OutputOf } from '@codemetrics/client';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import type { Column } from '../shared/record-list.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { ConfiguredBadge } from './configured-badge.tsx';
import { SOURCE_GUIDES } from './source-guides.ts';

export type ListedSource = OutputOf<'sources', 'list'>['sources'][number];

const count = (of: keyof ListedSource['deliveries'], label: string): Column<ListedSource> => ({
  label,
  isNumber: true,
  cell: ({ deliveries }) => (
    <Text
      span
      size="sm"
      {...(of === 'failed' && deliveries[of] > 0 ? { c: 'var(--app-worse)', fw: 600 } : {})}
      {...(deliveries[of] === 0 ? { c: 'dimmed' } : {})}
    >
      {deliveries[of].toLocaleString()}
    </Text>
  ),
});

const COLUMNS: readonly [Column<ListedSource>, ...Column<ListedSource>[]] = [
  {
    label: 'Source',
    cell: ({ source }) => (
      <Link to="/administration/$section" params={{ section: 'sources' }} search={{ source } as never}>
        {SOURCE_GUIDES[source].name}
      </Link>
    ),
  },
  { label: 'State', cell: ({ configured }) => <ConfiguredBadge isConfigured={configured} /> },
  {
    label: 'Last delivery',
    cell: ({ lastDelivery }) =>
      lastDelivery === null ? (
        <Text span size="sm" c="dimmed">
          Never
        </Text>
      ) : (
        <TimeStamp at={lastDelivery} as="relative" />
      ),
  },
  count('stored', 'Stored'),
  count('unmatched', 'Unmatched'),
  count('ignored', 'Ignored'),
  count('failed', 'Failed'),
];

/** Every source, those that are in use first. */
export const SourceList = ({ sources }: { readonly sources: readonly ListedSource[] }) => {
  const isUsed = (one: ListedSource): boolean => one.configured || one.lastDelivery !== null;
  return (
    <RecordList
      label="Sources"
      rows={sources.toSorted((a, b) => Number(isUsed(b)) - Number(isUsed(a)))}
      columns={COLUMNS}
      rowKey={({ source }) => source}
    />
  );
};
