import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { fieldError } from '../../elements/describe-error.ts';
import { Dialog } from '../../elements/dialog.tsx';
import { useFocusInvalid } from '../../elements/use-focus-invalid.ts';
import { FormFailure } from '../shared/form-failure.tsx';
import { SecretOnce } from '../shared/secret-once.tsx';
import { useCreateWebhook } from './use-webhooks.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const WebhookForm = ({ create }: { readonly create: ReturnType<typeof useCreateWebhook> }) => {
  const [url, setUrl] = useState('');
  const [isTried, setTried] = useState(false);
  const { form, look } = useFocusInvalid(create.error);
  const missing = isTried && url.trim() === '' ? 'Give its address' : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    look();
    if (!create.isPending && url.trim() !== '') create.mutate({ url: url.trim() });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <FormFailure title="The webhook was not created" error={create.error} fields={['url']} />
        <TextInput
          label="Address"
          description="Notices are sent to it by POST, signed as Standard Webhooks"
          placeholder="https://hooks.example.com/codemetrics"
          type="url"
          data-autofocus
          required
          autoComplete="off"
          maxLength={2000}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={missing ?? fieldError(create.error, 'url')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            Create webhook
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Adds an endpoint, then shows the secret that signs what is sent to it. */
export const CreateWebhookDialog = ({ isOpen, onClose }: Props) => {
  const create = useCreateWebhook();
  const close = (): void => {
    onClose();
    create.reset();
  };
  return (
    <Dialog
      title={create.data ? 'The webhook’s secret' : 'Create a notice webhook'}
      isOpen={isOpen}
      onClose={close}
      isGuarded={create.isPending || create.isSuccess}
    >
      {create.data ? (
        <SecretOnce label="Signing secret" secret={create.data.secret} onDone={close}>
          <Text size="sm">
            Give it to the receiver of <bdi style={{ overflowWrap: 'anywhere' }}>{create.data.url}</bdi>,
            which checks the <code>webhook-signature</code> of what it gets.
          </Text>
        </SecretOnce>
      ) : (
        <WebhookForm create={create} />
      )}
    </Dialog>
  );
};
