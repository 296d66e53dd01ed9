import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { SourceId } from '@codemetrics/contracts';
import { fieldError } from '../../elements/describe-error.ts';
import { Dialog } from '../../elements/dialog.tsx';
import { Icon } from '../../elements/icon.tsx';
import { useFocusInvalid } from '../../elements/use-focus-invalid.ts';
import { FormFailure } from '../shared/form-failure.tsx';
import { generateSecret } from '../shared/generate-secret.ts';
import { SecretOnce } from '../shared/secret-once.tsx';
import { SOURCE_GUIDES } from './source-guides.ts';
import { useSetSecret } from './use-sources.ts';

interface Props {
  readonly source: SourceId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const LEAST = 16;

type Save = ReturnType<typeof useSetSecret>;

const SecretForm = ({ source, save, onClose }: Omit<Props, 'isOpen'> & { readonly save: Save }) => {
  const { name, makesSecret = false } = SOURCE_GUIDES[source];
  const [secret, setSecret] = useState(makesSecret ? '' : generateSecret);
  const [isTried, setTried] = useState(false);
  const { form, look } = useFocusInvalid(save.error);
  const tooShort = secret.length < LEAST ? `At least ${LEAST} characters` : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (!save.isPending && tooShort === undefined) save.mutate({ source, secret });
  };
  const done = (): void => {
    // Not even while the dialog fades out.
    setSecret('');
    onClose();
  };
  if (save.isSuccess)
    return (
      <SecretOnce label={`Secret of ${name}`} secret={secret} onDone={done}>
        <Text size="sm">
          Give the same to {name}. Deliveries that are signed with another are refused from now on.
        </Text>
      </SecretOnce>
    );
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <FormFailure title="The secret was not set" error={save.error} fields={['secret']} />
        <TextInput
          label="Secret"
          description={
            makesSecret
              ? `${name} makes it and shows it once; put it in here`
              : 'Made by your browser. Put in another, if the provider has one already'
          }
          data-autofocus
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={(isTried ? tooShort : undefined) ?? fieldError(save.error, 'secret')}
        />
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<Icon name="refresh" size={14} />}
            onClick={() => setSecret(generateSecret())}
          >
            Generate another
          </Button>
          <Button type="submit" loading={save.isPending}>
            Set the secret
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Sets the secret that proves a source’s deliveries. */
export const SecretDialog = ({ source, isOpen, onClose }: Props) => {
  const save = useSetSecret();
  const close = (): void => {
    onClose();
    save.reset();
  };
  return (
    <Dialog
      title={`Secret of ${SOURCE_GUIDES[source].name}`}
      isOpen={isOpen}
      onClose={close}
      isGuarded={save.isPending || save.isSuccess}
    >
      <SecretForm source={source} save={save} onClose={close} />
    </Dialog>
  );
};
