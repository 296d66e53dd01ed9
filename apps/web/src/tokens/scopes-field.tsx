import { Checkbox, Stack } from '@mantine/core';
import type { Scope } from '@codemetrics/contracts';
import { SCOPE_TEXTS } from './scopes.ts';

interface Props {
  readonly options: readonly Scope[];
  readonly value: readonly Scope[];
  readonly onChange: (value: readonly Scope[]) => void;
  readonly error: string | undefined;
}

/** What the token may do: some of what its maker may. */
export const ScopesField = ({ options, value, onChange, error }: Props) => (
  <Checkbox.Group
    label="Scopes"
    description="Give it no more than it needs"
    value={[...value]}
    onChange={(chosen) => onChange(chosen as Scope[])}
    error={error}
  >
    <Stack gap="xs" mt="xs" mb={error ? 'xs' : 0}>
      {options.map((scope) => (
        <Checkbox key={scope} value={scope} label={SCOPE_TEXTS[scope]} description={scope} />
      ))}
    </Stack>
  </Checkbox.Group>
);
