import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { InputOf } from '@codemetrics/client';
import type { Config } from '../api/use-config.ts';
import { useSession } from '../session/use-session.ts';
import { fieldError } from '../elements/describe-error.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { useFocusInvalid } from '../elements/use-focus-invalid.ts';
import { LifetimeField } from './lifetime-field.tsx';
import { NetworksField } from './networks-field.tsx';
import { ScopesField } from './scopes-field.tsx';
import { grantableScopes } from './scopes.ts';
import { draftErrors, newDraft, toInput } from './token-draft.ts';
import type { TokenDraft } from './token-draft.ts';
import { WorkloadsField } from './workloads-field.tsx';

interface Props {
  readonly config: Config;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onSubmit: (input: InputOf<'tokens', 'create'>) => void;
}

const FIELDS = ['subject', 'description', 'ttl', 'expires', 'scopes', 'workloads', 'allowedCidrs'];

/** Who the token is for, how long, what it may do, and from where. */
export const CreateTokenForm = ({ config, error, isPending, onSubmit }: Props) => {
  const grantable = grantableScopes(useSession().scopes);
  const most = config.limits.serviceTokenSeconds;
  const [draft, setDraft] = useState(() => newDraft(most, grantable));
  const [isTried, setTried] = useState(false);
  const change = (changes: Partial<TokenDraft>): void => setDraft((old) => ({ ...old, ...changes }));
  const own: Partial<Record<string, string>> = isTried ? draftErrors(draft, most, Date.now()) : {};
  const errorOf = (field: string): string | undefined => own[field] ?? fieldError(error, field);
  const { form, look } = useFocusInvalid(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    const now = Date.now();
    if (isPending || Object.keys(draftErrors(draft, most, now)).length > 0) return;
    onSubmit(toInput(draft, most, now));
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
          value={draft.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
          error={errorOf('subject')}
        />
        <TextInput
          label="Description"
          description="For those who find it later; may be left out"
          autoComplete="off"
          maxLength={1000}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
          error={errorOf('description')}
        />
        <LifetimeField
          draft={draft}
          mostSeconds={most}
          onChange={change}
          error={errorOf('expires') ?? errorOf('ttl')}
        />
        <ScopesField
          options={grantable}
          value={draft.scopes}
          onChange={(scopes) => change({ scopes })}
          error={errorOf('scopes')}
        />
        <WorkloadsField
          options={config.workloads}
          value={draft.workloads}
          onChange={(workloads) => change({ workloads })}
          error={errorOf('workloads')}
        />
        <NetworksField
          value={draft.networks}
          onChange={(networks) => change({ networks })}
          error={errorOf('allowedCidrs')}
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
