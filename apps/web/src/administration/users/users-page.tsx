import { Button, Group, Skeleton, Switch, Text } from '@mantine/core';
import type { User } from '@codemetrics/contracts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { Page } from '../../elements/page.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { MoreRows } from '../shared/more-rows.tsx';
import { SearchField } from '../shared/search-field.tsx';
import { useChosen } from '../shared/use-chosen.ts';
import { useShown } from '../shared/use-shown.ts';
import type { UserAction } from './user-list.tsx';
import { UserList } from './user-list.tsx';
import { UserDialogs } from './user-dialogs.tsx';
import { useUsers } from './use-users.ts';

const matches = ({ username, displayName, role, workloads }: User, text: string): boolean =>
  [username, displayName, role, ...(workloads ?? [])]
    .join(' ')
    .toLowerCase()
    .includes(text.trim().toLowerCase());

/** Who may sign in, and what each may do. */
export const UsersPage = () => {
  const { query, change } = useAddress();
  const { data: users, error, refetch } = useUsers();
  const { open, chosen, choose, close } = useChosen<UserAction, User>();
  const text = query['search'] ?? '';
  const onlyDisabled = query['only'] === 'disabled';
  const found = (users ?? []).filter((user) => matches(user, text) && (!onlyDisabled || user.disabled));
  const { shown, hasMore, more } = useShown(found);
  return (
    <Page
      title="Users"
      description="People who may sign in. A program uses a service token instead."
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => choose('create')}>
          Create user
        </Button>
      }
    >
      <Group>
        <SearchField label="Search users" value={text} onChange={(search) => change({ search })} />
        <Switch
          label="Only disabled"
          checked={onlyDisabled}
          onChange={(event) => change({ only: event.currentTarget.checked ? 'disabled' : undefined })}
        />
      </Group>
      {error && (
        <ErrorNotice title="The users could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!users && !error && <Skeleton height={260} role="status" aria-label="Loading the users" />}
      {users && found.length === 0 && <Text>No user fits. Search for something else, or show all.</Text>}
      {found.length > 0 && <UserList users={shown} onAction={choose} />}
      <MoreRows hasMore={hasMore} isLoading={false} onMore={more} />
      <UserDialogs open={open} user={chosen} onClose={close} />
    </Page>
  );
};
