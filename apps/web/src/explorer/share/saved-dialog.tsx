import { Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../elements/dialog.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { useSession } from '../../session/use-session.ts';
import { SavedItem } from './saved-item.tsx';
import classes from './saved-dialog.module.css';
import { toAddress } from './saved-view.ts';
import { useChangeSaved, useSavedQueries } from './use-saved-queries.ts';
import type { SaveInput, SavedQuery } from './use-saved-queries.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOpen: (parameters: Readonly<Record<string, string | undefined>>) => void;
}

/** The same query, shared or not. It was checked when it was saved, which its type no longer tells. */
const toSaved = ({ id, name, description, query }: SavedQuery, shared: boolean): SaveInput => ({
  ...{ id, name, description, shared },
  query: query as SaveInput['query'],
});

const Content = ({ onClose, onOpen }: Omit<Props, 'isOpen'>) => {
  const { data: saved, error, refetch } = useSavedQueries(true);
  const { user } = useSession();
  const { save, remove } = useChangeSaved();
  const [search, setSearch] = useState('');
  const found = saved?.filter(({ id, name, owner }) =>
    `${id} ${name} ${owner}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const failure = save.error ?? remove.error;
  if (error && !saved)
    return (
      <ErrorNotice
        title="The saved queries could not be loaded"
        error={error}
        onRetry={() => void refetch()}
      />
    );
  if (!saved || !found) return <Skeleton height={160} role="status" aria-label="Loading the saved queries" />;
  if (saved.length === 0)
    return <Text size="sm">Nothing is saved yet. Build a query, then press “Save”.</Text>;
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label="Search saved queries"
        placeholder="Search by name or owner"
        leftSection={<Icon name="search" size={16} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      {failure && <ErrorNotice title="That could not be done" error={failure} />}
      {found.length === 0 && <Text size="sm">No saved query matches “{search}”.</Text>}
      <ul className={classes.list} aria-label="Saved queries">
        {found.map((one) => (
          <SavedItem
            key={one.id}
            saved={one}
            isMine={one.owner === user?.username}
            onOpen={() => {
              onOpen(toAddress(one));
              onClose();
            }}
            onShare={(shared) => save.mutate(toSaved(one, shared))}
            onDelete={() => remove.mutate(one.id)}
          />
        ))}
      </ul>
    </Stack>
  );
};

/** The queries that the person has saved, and those that others share. */
export const SavedDialog = ({ isOpen, ...props }: Props) => (
  <Dialog title="Saved queries" isOpen={isOpen} onClose={props.onClose}>
    <Content {...props} />
  </Dialog>
);
