import { useEffect, useState } from 'react';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Icon } from '../elements/icon.tsx';

/** Half a second would feel slow, and each change may ask for numbers. */
const WAIT_MS = 250;

/** Searches the workloads; what is written goes into the address once the writing rests. */
export const SearchField = ({ value, onSearch }: { value: string; onSearch: (text: string) => void }) => {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onSearch, WAIT_MS);
  // Going back, or clearing the filters, changes the address from outside.
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      type="search"
      aria-label="Search workloads"
      placeholder="Search by name or tag"
      leftSection={<Icon name="search" size={16} />}
      w={{ base: '100%', xs: 240 }}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
};
