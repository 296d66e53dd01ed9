import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { isProblem } from '@codemetrics/client';
import { fieldError } from '../elements/describe-error.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { useFocusInvalid } from '../elements/use-focus-invalid.ts';
import { suggestId } from './suggest-id.ts';
import { useStartWorkload } from './use-start-workload.ts';

interface Props {
  readonly taken: readonly string[];
  readonly onMade: (id: string) => void;
}

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** Name, id and repositories; the rest of a workload can be told later. */
export const WorkloadForm = ({ taken, onMade }: Props) => {
  const [name, setName] = useState('');
  const [ownId, setOwnId] = useState<string | null>(null);
  const [repositories, setRepositories] = useState('');
  const [isTried, setTried] = useState(false);
  const make = useStartWorkload();
  const { form, look } = useFocusInvalid(make.error);
  const id = ownId ?? suggestId(name, taken);
  const isTaken = taken.includes(id) || (isProblem(make.error, 'conflict') && make.variables?.id === id);
  const wrong = {
    name: name.trim() === '' ? 'Give it a name' : undefined,
    id: isTaken ? 'It is taken' : ID.test(id) ? undefined : 'Lower-case letters, digits and dashes',
  };
  const errorOf = (field: string): string | undefined =>
    (isTried ? wrong[field as keyof typeof wrong] : undefined) ?? fieldError(make.error, field);
  const isTold =
    isProblem(make.error, 'conflict') ||
    ['name', 'id', 'repositoryGroups'].some((field) => fieldError(make.error, field));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (make.isPending || wrong.name || wrong.id) return;
    const listed = linesOf(repositories).map((one) => ({ name: one }));
    make.mutate(
      { id, name: name.trim(), repositoryGroups: [{ name: 'all', repositories: listed }] },
      { onSuccess: () => onMade(id) },
    );
  };
  return (
    <form ref={form} onSubmit={submit} noValidate aria-label="New workload">
      <Stack maw={560}>
        {make.error && !isTold && <ErrorNotice title="The workload was not made" error={make.error} />}
        <TextInput
          label="Name"
          placeholder="Shop checkout"
          required
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errorOf('name')}
        />
        <TextInput
          label="Id"
          description="Stands in addresses and queries, and can’t be changed later"
          placeholder="shop-checkout"
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={63}
          value={id}
          onChange={(event) => setOwnId(event.currentTarget.value)}
          error={errorOf('id')}
        />
        <Textarea
          label="Repositories"
          description="One a line, as your provider names them. * stands for any characters. They can be changed later."
          placeholder={'acme/shop-api\nacme/shop-web'}
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          value={repositories}
          onChange={(event) => setRepositories(event.currentTarget.value)}
          error={errorOf('repositoryGroups')}
        />
        <Group>
          <Button type="submit" loading={make.isPending}>
            Make the workload
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
