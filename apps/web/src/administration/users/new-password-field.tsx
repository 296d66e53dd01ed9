import { Button, Group, TextInput } from '@mantine/core';
import { CopyButton } from '../../elements/copy-button.tsx';
import { Icon } from '../../elements/icon.tsx';
import { generateSecret } from '../shared/generate-secret.ts';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly isFirst?: boolean;
}

const BYTES = 15;

/** A password for somebody else: shown, since it has to be passed on. */
export const NewPasswordField = ({ value, onChange, error, isFirst = false }: Props) => (
  <div>
    <TextInput
      label="Password"
      description="Pass it on in private; they can change it on their profile"
      required
      autoComplete="off"
      spellCheck={false}
      maxLength={256}
      data-autofocus={isFirst || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
    <Group gap="xs" mt="xs">
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="refresh" size={14} />}
        onClick={() => onChange(generateSecret(BYTES))}
      >
        Generate
      </Button>
      {value !== '' && <CopyButton value={value} what="the password" />}
    </Group>
  </div>
);
