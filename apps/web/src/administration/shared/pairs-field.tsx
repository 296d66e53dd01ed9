import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import { FieldGroup } from './field-group.tsx';

export type Pair = readonly [key: string, value: string];

interface Props {
  readonly label: string;
  readonly description: string;
  readonly names: readonly [key: string, value: string];
  readonly placeholders: readonly [key: string, value: string];
  /** What one pair is, such as `tag`. */
  readonly one: string;
  readonly value: readonly Pair[];
  readonly onChange: (value: readonly Pair[]) => void;
  readonly error?: string | undefined;
}

/** Rows of a name and a value. */
export const PairsField = ({
  label,
  description,
  names,
  placeholders,
  one,
  value,
  onChange,
  error,
}: Props) => {
  const set = (at: number, pair: Pair): void =>
    onChange(value.map((old, index) => (index === at ? pair : old)));
  return (
    <FieldGroup label={label} description={description}>
      <Stack gap="xs" align="flex-start">
        {value.map(([key, text], at) => (
          <Group key={at} gap="xs" wrap="nowrap" w="100%" maw="34rem">
            <TextInput
              style={{ flex: 1 }}
              aria-label={`${names[0]} ${at + 1}`}
              placeholder={placeholders[0]}
              autoComplete="off"
              spellCheck={false}
              value={key}
              onChange={(event) => set(at, [event.currentTarget.value, text])}
            />
            <TextInput
              style={{ flex: 1 }}
              aria-label={`${names[1]} ${at + 1}`}
              placeholder={placeholders[1]}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => set(at, [key, event.currentTarget.value])}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove ${one} ${at + 1}`}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              <Icon name="close" size={16} />
            </ActionIcon>
          </Group>
        ))}
        {error && <Input.Error>{error}</Input.Error>}
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => onChange([...value, ['', '']])}
        >
          Add {one}
        </Button>
      </Stack>
    </FieldGroup>
  );
};
