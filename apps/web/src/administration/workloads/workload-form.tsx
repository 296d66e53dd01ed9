import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { Workload, WorkloadInput } from '@codemetrics/contracts';
import { fieldError } from '../../elements/describe-error.ts';
import { useFocusInvalid } from '../../elements/use-focus-invalid.ts';
import { FormFailure } from '../shared/form-failure.tsx';
import { PairsField } from '../shared/pairs-field.tsx';
import { GroupsField } from './groups-field.tsx';
import type { WorkloadDraft } from './workload-draft.ts';
import { complaintsOf, fromDraft, toDraft } from './workload-draft.ts';
import { WorkingHoursField } from './working-hours-field.tsx';

interface Props {
  readonly workload: Workload | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onSubmit: (input: WorkloadInput) => void;
}

const FIELDS = ['id', 'name', 'description', 'services'];

/** Everything that a workload is configured by. */
export const WorkloadForm = ({ workload, error, isPending, onSubmit }: Props) => {
  const [draft, setDraft] = useState(() => toDraft(workload));
  const [isTried, setTried] = useState(false);
  const { form, look } = useFocusInvalid(error);
  const set = <Name extends keyof WorkloadDraft>(name: Name, value: WorkloadDraft[Name]): void =>
    setDraft((old) => ({ ...old, [name]: value }));
  const complaints = complaintsOf(draft);
  const errorOf = (field: string): string | undefined =>
    (isTried ? complaints[field] : undefined) ?? fieldError(error, field);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (!isPending && !Object.values(complaints).some(Boolean)) onSubmit(fromDraft(draft));
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <FormFailure title="The workload was not saved" error={error} fields={FIELDS} />
        <TextInput
          label="Name"
          data-autofocus
          required
          autoComplete="off"
          maxLength={200}
          value={draft.name}
          onChange={(event) => set('name', event.currentTarget.value)}
          error={errorOf('name')}
        />
        {!workload && (
          <TextInput
            label="Id"
            description="Stands in addresses and queries, and can’t be changed later"
            placeholder="shop-checkout"
            required
            autoComplete="off"
            spellCheck={false}
            maxLength={63}
            value={draft.id}
            onChange={(event) => set('id', event.currentTarget.value)}
            error={errorOf('id')}
          />
        )}
        <Textarea
          label="Description"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={draft.description}
          onChange={(event) => set('description', event.currentTarget.value)}
          error={errorOf('description')}
        />
        <GroupsField
          value={draft.groups}
          onChange={(groups) => set('groups', groups)}
          error={errorOf('repositoryGroups')}
        />
        <TagsInput
          label="Services"
          description="Services of incident tools and projects of trackers, by name, key or id; * stands for any characters. Press Enter after each"
          value={[...draft.services]}
          onChange={(services) => set('services', services)}
          error={errorOf('services')}
        />
        <PairsField
          label="Tags"
          description="To group and filter by, such as department: sales"
          names={['Tag', 'Value of tag']}
          placeholders={['department', 'sales']}
          one="tag"
          value={draft.tags}
          onChange={(tags) => set('tags', tags)}
          error={errorOf('tags')}
        />
        <WorkingHoursField
          value={draft.hours}
          onChange={(hours) => set('hours', hours)}
          error={errorOf('workingHours')}
        />
        <PairsField
          label="Runner rates"
          description="Cost of a minute by kind of runner, for the cost of pipelines"
          names={['Kind of runner', 'Cost of a minute']}
          placeholders={['ubuntu-latest', '0.008']}
          one="rate"
          value={draft.rates}
          onChange={(rates) => set('rates', rates)}
          error={errorOf('runnerRates')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            {workload ? 'Save changes' : 'Create workload'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
