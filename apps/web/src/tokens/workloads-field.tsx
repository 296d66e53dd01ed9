import { MultiSelect, Radio, Stack } from '@mantine/core';
import type { ListedWorkload } from '../api/use-config.ts';

interface Props {
  readonly options: readonly ListedWorkload[];
  /** null: all. */
  readonly value: readonly string[] | null;
  readonly onChange: (value: readonly string[] | null) => void;
  readonly error: string | undefined;
}

const MOST_SHOWN = 100;

/** Which workloads the token may reach. */
export const WorkloadsField = ({ options, value, onChange, error }: Props) => (
  <Stack gap="xs">
    <Radio.Group
      label="Workloads"
      value={value === null ? 'all' : 'some'}
      onChange={(choice) => onChange(choice === 'all' ? null : [])}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="all" label="All that you may see, those to come included" />
        <Radio value="some" label="Only these" disabled={options.length === 0} />
      </Stack>
    </Radio.Group>
    {value !== null && (
      <MultiSelect
        aria-label="Workloads that the token may reach"
        placeholder={value.length === 0 ? 'Choose workloads' : undefined}
        data={options.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} (${id})` }))}
        value={[...value]}
        onChange={onChange}
        searchable
        limit={MOST_SHOWN}
        nothingFoundMessage="No such workload"
        error={error}
      />
    )}
  </Stack>
);
