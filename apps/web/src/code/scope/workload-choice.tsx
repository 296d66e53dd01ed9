import { MultiSelect } from '@mantine/core';
import { useConfig } from '../../api/use-config.ts';
import { useAddress } from '../../elements/use-address.ts';
import { readWorkloads } from './code-scope.ts';
import classes from './workload-choice.module.css';

/** Some workloads, or all that the person may see. */
export const WorkloadChoice = () => {
  const { query, change } = useAddress();
  const { data: config } = useConfig();
  const chosen = readWorkloads(query['workload']);
  const known = (config?.workloads ?? []).map(({ id, name }) => ({ value: id, label: name }));
  // One that the person doesn't see stays readable, and can be taken out.
  const unknown = chosen
    .filter((id) => !known.some(({ value }) => value === id))
    .map((id) => ({ value: id, label: id }));
  return (
    <MultiSelect
      aria-label="Workloads"
      placeholder={chosen.length === 0 ? 'All workloads' : undefined}
      data={[...known, ...unknown]}
      value={[...chosen]}
      onChange={(ids) => change({ workload: ids.join(',') || undefined, repo: undefined, folder: undefined })}
      searchable
      clearable
      limit={50}
      nothingFoundMessage="No workload matches"
      clearButtonProps={{ 'aria-label': 'Clear workloads' }}
      comboboxProps={{ shadow: 'md' }}
      classNames={{ root: classes.choice, pillsList: classes.pills, inputField: classes.field }}
    />
  );
};
