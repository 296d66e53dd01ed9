import { CloseButton, TextInput } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

/** Narrows a list down by text. */
export const SearchField = ({ label, value, onChange }: Props) => (
  <TextInput
    aria-label={label}
    placeholder={label}
    maw="24rem"
    w="100%"
    leftSection={<Icon name="search" size={16} />}
    rightSection={
      value === '' ? undefined : (
        <CloseButton aria-label="Clear" size="sm" onClick={() => onChange(undefined)} />
      )
    }
    autoComplete="off"
    spellCheck={false}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value || undefined)}
  />
);
