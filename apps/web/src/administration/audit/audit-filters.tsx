import { useState } from 'react';
import { Button, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { AuditFilter } from './use-audit.ts';

interface Props {
  readonly filter: AuditFilter;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const WAIT_MS = 350;
const TEXTS = [
  { name: 'action', label: 'Action', placeholder: 'users.update' },
  { name: 'actor', label: 'Actor', placeholder: 'admin' },
  { name: 'target', label: 'Target', placeholder: 'an id or name' },
] as const;
const NONE = {
  action: undefined,
  actor: undefined,
  target: undefined,
  outcome: undefined,
  start: undefined,
  end: undefined,
};

/** Which entries are shown; each filter takes the whole text. */
export const AuditFilters = ({ filter, onChange }: Props) => {
  const [texts, setTexts] = useState({
    action: filter.action ?? '',
    actor: filter.actor ?? '',
    target: filter.target ?? '',
  });
  const tell = useDebouncedCallback(
    (changed: typeof texts) =>
      onChange(
        Object.fromEntries(Object.entries(changed).map(([name, text]) => [name, text.trim() || undefined])),
      ),
    WAIT_MS,
  );
  return (
    <SimpleGrid
      component="form"
      role="search"
      cols={{ base: 2, md: 4, lg: 7 }}
      spacing="sm"
      onSubmit={(event) => event.preventDefault()}
    >
      {TEXTS.map(({ name, label, placeholder }) => (
        <TextInput
          key={name}
          label={label}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={texts[name]}
          onChange={(event) => {
            const changed = { ...texts, [name]: event.currentTarget.value };
            setTexts(changed);
            tell(changed);
          }}
        />
      ))}
      <NativeSelect
        label="Outcome"
        data={[{ value: '', label: 'Any' }, 'success', 'denied', 'failure']}
        value={filter.outcome ?? ''}
        onChange={(event) => onChange({ outcome: event.currentTarget.value || undefined })}
      />
      {(['start', 'end'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={name === 'start' ? 'From' : 'To, included'}
          value={filter[name] ?? ''}
          onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
        />
      ))}
      <Button
        variant="default"
        style={{ alignSelf: 'end' }}
        disabled={Object.keys(filter).length === 0}
        onClick={() => {
          setTexts({ action: '', actor: '', target: '' });
          onChange(NONE);
        }}
      >
        Clear
      </Button>
    </SimpleGrid>
  );
};
