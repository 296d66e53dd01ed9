import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { Scope } from '@codemetrics/contracts';
import { fieldError } from '../../elements/describe-error.ts';
import { useFocusInvalid } from '../../elements/use-focus-invalid.ts';
import { useSession } from '../../session/use-session.ts';
import { ScopesField } from '../../tokens/scopes-field.tsx';
import { grantableScopes } from '../../tokens/scopes.ts';
import { FormFailure } from '../shared/form-failure.tsx';
import type { Pair } from '../shared/pairs-field.tsx';
import { PairsField } from '../shared/pairs-field.tsx';
import { WorkloadLimitField } from '../shared/workload-limit-field.tsx';
import { LIFETIMES } from './lifetimes.ts';
import { PRESETS } from './presets.ts';
import type { useCreateCiIdentity } from './use-ci-identities.ts';

const FIELDS = ['name', 'issuer', 'audience', 'claims', 'scopes', 'workloads', 'lifetimeSeconds'];
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Whose tokens are trusted, and what they are traded for. */
export const IdentityForm = ({ create }: { readonly create: ReturnType<typeof useCreateCiIdentity> }) => {
  const grantable = grantableScopes(useSession().scopes);
  const [preset, setPreset] = useState(PRESETS[0]);
  const [texts, setTexts] = useState({ name: '', issuer: PRESETS[0].issuer, audience: location.origin });
  const [claims, setClaims] = useState<readonly Pair[]>(PRESETS[0].claims);
  const [scopes, setScopes] = useState<readonly Scope[]>(['data:write']);
  const [workloads, setWorkloads] = useState<readonly string[] | null>(null);
  const [lifetime, setLifetime] = useState('900');
  const [isTried, setTried] = useState(false);
  const { form, look } = useFocusInvalid(create.error);
  const missing: Readonly<Record<string, string | undefined>> = {
    name: NAME.test(texts.name) ? undefined : 'Lower-case letters, digits and dashes',
    issuer: texts.issuer.trim() === '' ? 'Give the issuer' : undefined,
    audience: texts.audience.trim() === '' ? 'Give an audience' : undefined,
    claims: claims.some(([name, text]) => name.trim() === '' || text.trim() === '')
      ? 'Give each claim a name and a text, or remove it'
      : claims.length === 0
        ? 'Bind at least one claim'
        : undefined,
    scopes: scopes.length === 0 ? 'Choose at least one' : undefined,
    workloads: workloads?.length === 0 ? 'Choose at least one, or all' : undefined,
  };
  const errorOf = (field: string): string | undefined =>
    (isTried ? missing[field] : undefined) ??
    fieldError(create.error, field) ??
    (field === 'claims' ? create.error && claimError(create.error) : undefined) ??
    undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (create.isPending || Object.values(missing).some(Boolean)) return;
    create.mutate({
      name: texts.name,
      issuer: texts.issuer.trim(),
      audience: texts.audience.trim(),
      claims: Object.fromEntries(claims.map(([name, text]) => [name.trim(), text.trim()])),
      scopes: [...scopes],
      lifetimeSeconds: Number(lifetime),
      ...(workloads === null ? {} : { workloads: [...workloads] }),
    });
  };
  const text = (name: keyof typeof texts) => ({
    required: true,
    autoComplete: 'off',
    spellCheck: false,
    value: texts[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTexts((old) => ({ ...old, [name]: value }));
    },
  });
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <FormFailure title="The CI identity was not created" error={create.error} fields={FIELDS} />
        <NativeSelect
          label="CI system"
          data={PRESETS.map(({ id, label }) => ({ value: id, label }))}
          value={preset.id}
          onChange={(event) => {
            const next = PRESETS.find((one) => one.id === event.currentTarget.value) ?? PRESETS[0];
            setPreset(next);
            setTexts((old) => ({ ...old, issuer: next.issuer }));
            setClaims(next.claims);
          }}
        />
        <TextInput
          label="Name"
          description="Stands in the subject of the tokens"
          placeholder="shop-api-main"
          data-autofocus
          maxLength={63}
          {...text('name')}
        />
        <TextInput label="Issuer" description="Exactly as its tokens have it" {...text('issuer')} />
        <TextInput
          label="Audience"
          description="What the job asks its token for; this server’s own name is best"
          {...text('audience')}
        />
        <PairsField
          label="Claims"
          description="Every one must be in the token, to the letter; * stands for any characters"
          names={['Claim', 'Text of claim']}
          placeholders={['repository', 'acme/shop-api']}
          one="claim"
          value={claims}
          onChange={setClaims}
          error={errorOf('claims')}
        />
        <Text size="sm" c="dimmed">
          {preset.advice}
        </Text>
        <ScopesField options={grantable} value={scopes} onChange={setScopes} error={errorOf('scopes')} />
        <WorkloadLimitField
          who="the jobs"
          value={workloads}
          onChange={setWorkloads}
          error={errorOf('workloads')}
        />
        <NativeSelect
          label="Life of the tokens"
          data={[...LIFETIMES]}
          value={lifetime}
          onChange={(event) => setLifetime(event.currentTarget.value)}
          error={errorOf('lifetimeSeconds')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            Create CI identity
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** The server tells of a claim by its own path. */
const claimError = (error: Error): string | undefined =>
  (error as { errors?: readonly { path: string; message: string }[] }).errors?.find(({ path }) =>
    path.startsWith('claims.'),
  )?.message;
