import { Select } from '@mantine/core';
import { useConfig } from '../../api/use-config.ts';
import { useAddress } from '../../elements/use-address.ts';

/** One workload, or all that the person may see. */
export const WorkloadFilter = () => {
  const { query, change } = useAddress();
  const { data: config } = useConfig();
  const chosen = query['workload'] ?? null;
  const known = (config?.workloads ?? []).map(({ id, name }) => ({ value: id, label: name }));
  // One that the person doesn't see stays readable, and can be taken out.
  const data =
    chosen === null || known.some((one) => one.value === chosen)
      ? known
      : [...known, { value: chosen, label: chosen }];
  return (
    <Select
      label="Workload"
      placeholder="Any"
      data={data}
      value={chosen}
      onChange={(value) => change({ workload: value ?? undefined })}
      searchable
      clearable
      limit={50}
      nothingFoundMessage="No workload matches"
      clearButtonProps={{ 'aria-label': 'Clear workload' }}
      comboboxProps={{ shadow: 'md' }}
    />
  );
};
