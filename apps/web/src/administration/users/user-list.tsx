import { Badge, Group, Text } from '@mantine/core';
import type { User } from '@codemetrics/contracts';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { useSession } from '../../session/use-session.ts';
import type { Column } from '../shared/record-list.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { RowMenu } from '../shared/row-menu.tsx';
import { ROLES } from './roles.ts';

export type UserAction = 'create' | 'edit' | 'password' | 'disable' | 'enable' | 'delete';

interface Props {
  readonly users: readonly User[];
  readonly onAction: (action: UserAction, user: User) => void;
}

const Name = ({ user }: { readonly user: User }) => {
  const { user: self } = useSession();
  return (
    <>
      <Group gap={6}>
        <bdi>{user.displayName}</bdi>
        {user.userId === self.userId && (
          <Badge variant="default" size="sm" tt="none">
            you
          </Badge>
        )}
        {user.disabled && (
          <Badge variant="outline" color="red" size="sm" tt="none" c="var(--app-worse)">
            disabled
          </Badge>
        )}
      </Group>
      {user.username !== user.displayName && (
        <Text size="xs" c="dimmed" fw={400}>
          <bdi>{user.username}</bdi>
        </Text>
      )}
    </>
  );
};

const dimmed = (text: string) => (
  <Text span size="sm" c="dimmed">
    {text}
  </Text>
);

const COLUMNS: readonly [Column<User>, ...Column<User>[]] = [
  { label: 'Name', cell: (user) => <Name user={user} /> },
  { label: 'Role', cell: ({ role }) => ROLES[role].label },
  {
    label: 'Workloads',
    cell: ({ workloads }) =>
      workloads === null ? (
        'All'
      ) : workloads.length === 0 ? (
        dimmed('None')
      ) : (
        <bdi>{workloads.join(', ')}</bdi>
      ),
  },
  {
    label: 'Signs in by',
    cell: ({ providers }) => (providers.length === 0 ? 'Password' : providers.join(', ')),
  },
  {
    label: 'Last sign-in',
    cell: ({ lastSignIn }) =>
      lastSignIn === null ? dimmed('Never') : <TimeStamp at={lastSignIn} as="relative" />,
  },
  { label: 'Created', cell: ({ created }) => <TimeStamp at={created} as="date" /> },
];

/** The users with what can be done to each. */
export const UserList = ({ users, onAction }: Props) => (
  <RecordList
    label="Users"
    rows={users}
    columns={COLUMNS}
    rowKey={({ userId }) => userId}
    actions={(user) => (
      <RowMenu
        of={user.username}
        actions={[
          { label: 'Change …', icon: 'edit', onChoose: () => onAction('edit', user) },
          { label: 'Set a password …', icon: 'key', onChoose: () => onAction('password', user) },
          user.disabled
            ? { label: 'Enable …', icon: 'check', onChoose: () => onAction('enable', user) }
            : {
                label: 'Disable …',
                icon: 'lock',
                onChoose: () => onAction('disable', user),
                isDangerous: true,
              },
          { label: 'Delete …', icon: 'trash', onChoose: () => onAction('delete', user), isDangerous: true },
        ]}
      />
    )}
  />
);
