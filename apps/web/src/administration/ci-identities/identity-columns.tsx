import { Text } from '@mantine/core';
import type { CiIdentity } from '@codemetrics/contracts';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import type { Column } from '../shared/record-list.tsx';

/** What is told of each CI identity. */
export const IDENTITY_COLUMNS: readonly [Column<CiIdentity>, ...Column<CiIdentity>[]] = [
  {
    label: 'Name',
    cell: ({ name, issuer }) => (
      <>
        <bdi>{name}</bdi>
        <Text size="xs" c="dimmed" fw={400}>
          <bdi>{issuer}</bdi>
        </Text>
      </>
    ),
  },
  {
    label: 'Claims',
    cell: ({ claims }) =>
      Object.entries(claims).map(([name, text]) => (
        <Text key={name} size="sm">
          <Text span size="sm" c="dimmed">
            {name}
          </Text>{' '}
          <bdi>{text}</bdi>
        </Text>
      )),
  },
  {
    label: 'Grants',
    cell: ({ scopes, workloads, lifetimeSeconds }) => (
      <>
        <Text size="sm">{scopes.join(', ')}</Text>
        <Text size="xs" c="dimmed">
          {workloads === null ? 'all workloads' : <bdi>{workloads.join(', ')}</bdi>},{' '}
          {Math.round(lifetimeSeconds / 60)} minutes
        </Text>
      </>
    ),
  },
  {
    label: 'Last used',
    cell: ({ lastUsed, useCount }) =>
      lastUsed === null ? (
        <Text span size="sm" c="dimmed">
          Never
        </Text>
      ) : (
        <>
          <TimeStamp at={lastUsed} as="relative" />
          <Text size="xs" c="dimmed" className="numbers">
            {useCount.toLocaleString()} {useCount === 1 ? 'use' : 'uses'}
          </Text>
        </>
      ),
  },
  {
    label: 'Created',
    cell: ({ created, createdBy }) => (
      <>
        <TimeStamp at={created} as="date" />
        <Text size="xs" c="dimmed">
          by {createdBy}
        </Text>
      </>
    ),
  },
];
