import { useState } from 'react';
import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { fieldError } from '../../elements/describe-error.ts';
import { Dialog } from '../../elements/dialog.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import type { Query } from '../state/to-query.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly query: Query;
}

/** `Lead time, by team` as the id `lead-time-by-team`. */
const idOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63);

/** Saves the query under a name; saving one's own again under the same name replaces it. */
export const SaveDialog = ({ isOpen, onClose, query }: Props) => {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      client.savedQueries.save({ id: idOf(name), name: name.trim(), shared: isShared, query }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['saved-queries'] });
      onClose();
    },
  });
  return (
    <Dialog title="Save this query" isOpen={isOpen} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (idOf(name) !== '' && !isPending) mutate();
        }}
      >
        <Stack>
          {error && !fieldError(error, 'name') && (
            <ErrorNotice title="The query was not saved" error={error} />
          )}
          <TextInput
            label="Name"
            data-autofocus
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fieldError(error, 'name')}
          />
          <Switch
            label="Share it with everyone; each sees the workloads that they may see"
            checked={isShared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={isPending} disabled={idOf(name) === ''}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
