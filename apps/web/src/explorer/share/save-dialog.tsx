import { useState } from 'react';
import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { fieldError } from '../../elements/describe-error.ts';
import { Dialog } from '../../elements/dialog.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { useFocusInvalid } from '../../elements/use-focus-invalid.ts';
import { useSession } from '../../session/use-session.ts';
import type { Query } from '../state/to-query.ts';
import { idOf, withView } from './saved-view.ts';
import { useChangeSaved, useSavedQueries } from './use-saved-queries.ts';

interface Props {
  readonly query: Query;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const Form = ({ query, onClose }: Omit<Props, 'isOpen'>) => {
  const { query: address } = useAddress();
  const { save } = useChangeSaved();
  const { data: saved } = useSavedQueries(true);
  const { user } = useSession();
  const [name, setName] = useState('');
  const [typedId, setId] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const [shared, setShared] = useState(false);
  const { form, look } = useFocusInvalid(save.error);
  const id = typedId ?? idOf(name);
  const existing = saved?.find((one) => one.id === id);
  const isMine = existing !== undefined && existing.owner === user?.username;
  const submit = (): void => {
    look();
    if (name.trim() === '' || id === '') return;
    save.mutate(
      { id, name, shared, description: withView(description, address), query },
      {
        onSuccess: onClose,
      },
    );
  };
  const known =
    fieldError(save.error, 'id') ?? fieldError(save.error, 'name') ?? fieldError(save.error, 'description');
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          required
          maxLength={200}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(save.error, 'name')}
        />
        <TextInput
          label="Id"
          description={
            existing
              ? isMine
                ? 'You have saved a query under this id; it will be replaced.'
                : 'Somebody else has saved a query under this id.'
              : 'For scripts, and for GET /api/queries/{id}.'
          }
          required
          maxLength={63}
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
          error={fieldError(save.error, 'id')}
        />
        <Textarea
          label="Description"
          autosize
          minRows={2}
          maxLength={1500}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          error={fieldError(save.error, 'description')}
        />
        <Checkbox
          label="Share it with everyone"
          description="Each sees the numbers of the workloads that they may see."
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        {save.error && known === undefined && (
          <ErrorNotice title="The query could not be saved" error={save.error} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === '' || id === ''}>
            {isMine ? 'Replace' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Gives the query a name, to be opened again and shared. */
export const SaveDialog = ({ isOpen, ...props }: Props) => (
  <Dialog title="Save this query" isOpen={isOpen} onClose={props.onClose}>
    <Form {...props} />
  </Dialog>
);
