import { useState } from 'react';
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { KeptOutcome } from '@codemetrics/contracts';
import { OUTCOMES } from './outcome.tsx';

interface Props {
  readonly outcome: KeptOutcome | undefined;
  readonly event: string | undefined;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const WAIT_MS = 350;

/** Which deliveries are shown. */
export const DeliveryFilters = ({ outcome, event, onChange }: Props) => {
  const [text, setText] = useState(event ?? '');
  const tell = useDebouncedCallback((name: string) => onChange({ event: name.trim() || undefined }), WAIT_MS);
  return (
    <Group>
      <NativeSelect
        label="Outcome"
        data={[{ value: '', label: 'Any' }, ...Object.keys(OUTCOMES)]}
        value={outcome ?? ''}
        onChange={(chosen) => onChange({ outcome: chosen.currentTarget.value || undefined })}
      />
      <TextInput
        label="Event"
        placeholder="push"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={text}
        onChange={(typed) => {
          setText(typed.currentTarget.value);
          tell(typed.currentTarget.value);
        }}
      />
    </Group>
  );
};
