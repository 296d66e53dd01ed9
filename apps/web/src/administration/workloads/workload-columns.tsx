import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Workload } from '@codemetrics/contracts';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import type { Column } from '../shared/record-list.tsx';

const MOST_NAMES = 4;

const Repositories = ({ workload: { repositoryGroups } }: { readonly workload: Workload }) => {
  const names = repositoryGroups.flatMap((group) => group.repositories.map(({ name }) => name));
  if (names.length === 0)
    return (
      <Text span size="sm" c="dimmed">
        None
      </Text>
    );
  return (
    <Text span size="sm">
      {names.slice(0, MOST_NAMES).map((name, at) => (
        <span key={`${at} ${name}`}>
          {at > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {names.length > MOST_NAMES && ` and ${names.length - MOST_NAMES} more`}
    </Text>
  );
};

/** What is told of each workload. */
export const WORKLOAD_COLUMNS: readonly [Column<Workload>, ...Column<Workload>[]] = [
  {
    label: 'Workload',
    cell: ({ id, name }) => (
      <>
        <Link to="/workloads/$workload" params={{ workload: id }}>
          <bdi>{name}</bdi>
        </Link>
        {id !== name && (
          <Text size="xs" c="dimmed" fw={400}>
            {id}
          </Text>
        )}
      </>
    ),
  },
  { label: 'Repositories', cell: (workload) => <Repositories workload={workload} /> },
  {
    label: 'Tags',
    cell: ({ tags }) => (
      <Group gap={4}>
        {Object.entries(tags).map(([key, value]) => (
          <Badge key={key} variant="default" tt="none" fw={500} maw="14rem">
            {key}: <bdi>{value}</bdi>
          </Badge>
        ))}
      </Group>
    ),
  },
  { label: 'Changed', cell: ({ updated }) => <TimeStamp at={updated} as="relative" /> },
];
