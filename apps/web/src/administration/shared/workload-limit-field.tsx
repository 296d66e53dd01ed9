import { MultiSelect, Radio, Stack } from '@mantine/core';
import { useConfig } from '../../api/use-config.ts';

interface Props {
  /** Who reaches them, such as `the user`. */
  readonly who: string;
  /** null: all. */
  readonly value: readonly string[] | null;
  readonly onChange: (value: readonly string[] | null) => void;
  readonly error: string | undefined;
}

const MOST_SHOWN = 100;

/** Which workloads somebody may reach; those that are gone stay in the list until they are taken out. */
export const WorkloadLimitField = ({ who, value, onChange, error }: Props) => {
  const { data: config } = useConfig();
  const known = config?.workloads ?? [];
  const gone = (value ?? []).filter((id) => !known.some((one) => one.id === id));
  const data = [
    ...known.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} (${id})` })),
    ...gone.map((id) => ({ value: id, label: `${id} (not there)` })),
  ];
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Workloads"
        value={value === null ? 'all' : 'some'}
        onChange={(choice) => onChange(choice === 'all' ? null : [])}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label="All, those to come included" />
          <Radio value="some" label="Only these" />
        </Stack>
      </Radio.Group>
      {value !== null && (
        <MultiSelect
          aria-label={`Workloads that ${who} may reach`}
          placeholder={value.length === 0 ? 'Choose workloads' : undefined}
          data={data}
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
};
