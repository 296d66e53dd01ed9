import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { InputOf } from '@codemetrics/client';
import type { Scope } from '@codemetrics/contracts';
import type { Config } from '../api/use-config.ts';
import { useSession } from '../session/use-session.ts';
import { fieldError } from '../elements/describe-error.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { useFocusInvalid } from '../elements/use-focus-invalid.ts';
import { lifetimesUpTo, preferredLifetime } from './lifetimes.ts';
import { ScopesField } from './scopes-field.tsx';
import { grantableScopes } from './scopes.ts';
import { WorkloadsField } from './workloads-field.tsx';

interface Props {
  readonly config: Config;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onSubmit: (input: InputOf<'tokens', 'create'>) => void;
}

const FIELDS = ['subject', 'description', 'ttl', 'scopes', 'workloads'];

/** Who the token is for, how long, and what it may do. */
export const CreateTokenForm = ({ config, error, isPending, onSubmit }: Props) => {
  const grantable = grantableScopes(useSession().scopes);
  const most = config.limits.serviceTokenSeconds;
  const [subject, setSubject] = useState('');
  const [description, setDescription] = useState('');
  const [lifetime, setLifetime] = useState(preferredLifetime(most));
  const [scopes, setScopes] = useState<readonly Scope[]>(
    grantable.filter((scope) => scope.startsWith('data:')),
  );
  const [workloads, setWorkloads] = useState<readonly string[] | null>(null);
  const [isTried, setTried] = useState(false);
  const missing = {
    subject: subject.trim() === '' ? 'Give it a name' : undefined,
    scopes: scopes.length === 0 ? 'Choose at least one' : undefined,
    workloads: workloads?.length === 0 ? 'Choose at least one, or all' : undefined,
  };
  const errorOf = (field: string): string | undefined =>
    (isTried ? missing[field as keyof typeof missing] : undefined) ?? fieldError(error, field);
  const { form, look } = useFocusInvalid(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (isPending || Object.values(missing).some(Boolean)) return;
    onSubmit({
      subject,
      ttl: Number(lifetime),
      scopes: [...scopes],
      ...(description.trim() === '' ? {} : { description: description.trim() }),
      ...(workloads === null ? {} : { workloads: [...workloads] }),
    });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        {error && !FIELDS.some((field) => fieldError(error, field)) && (
          <ErrorNotice title="The token was not created" error={error} />
        )}
        <TextInput
          label="Subject"
          description="The name of the service that will use it"
          placeholder="shop-api-ci"
          data-autofocus
          required
          autoComplete="off"
          maxLength={200}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
          error={errorOf('subject')}
        />
        <TextInput
          label="Description"
          description="For those who find it later; may be left out"
          autoComplete="off"
          maxLength={1000}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          error={errorOf('description')}
        />
        <NativeSelect
          label="Lifetime"
          data={[...lifetimesUpTo(most)]}
          value={lifetime}
          onChange={(event) => setLifetime(event.currentTarget.value)}
          error={errorOf('ttl')}
        />
        <ScopesField options={grantable} value={scopes} onChange={setScopes} error={errorOf('scopes')} />
        <WorkloadsField
          options={config.workloads}
          value={workloads}
          onChange={setWorkloads}
          error={errorOf('workloads')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            Create token
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
