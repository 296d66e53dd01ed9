import { useState } from 'react';
import { Autocomplete, CloseButton } from '@mantine/core';
import { useAddress } from '../../elements/use-address.ts';

interface Props {
  /** Of the address. */
  readonly name: string;
  readonly label: string;
  readonly suggestions: readonly string[];
}

const MOST_SHOWN = 50;

/** One exact value, typed or taken from what is known; it counts once it is chosen, or left. */
export const TextFilter = ({ name, label, suggestions }: Props) => {
  const { query, change } = useAddress();
  const current = query[name] ?? '';
  const [typed, setTyped] = useState(current);
  const [seen, setSeen] = useState(current);
  // Changed from elsewhere: by the way back, or by a press on “Clear”.
  if (seen !== current) {
    setSeen(current);
    setTyped(current);
  }
  const choose = (value: string): void => {
    setTyped(value);
    if (value.trim() !== current) change({ [name]: value.trim() || undefined });
  };
  return (
    <Autocomplete
      label={label}
      placeholder="Any"
      data={[...new Set(suggestions)]}
      limit={MOST_SHOWN}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={choose}
      onBlur={() => choose(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') choose(event.currentTarget.value);
      }}
      maxLength={255}
      rightSectionPointerEvents="all"
      rightSection={
        current === '' ? null : (
          <CloseButton size="sm" aria-label={`Clear ${label.toLowerCase()}`} onClick={() => choose('')} />
        )
      }
      comboboxProps={{ shadow: 'md' }}
    />
  );
};
