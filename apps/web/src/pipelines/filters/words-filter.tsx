import { MultiSelect } from '@mantine/core';
import { useAddress } from '../../elements/use-address.ts';

interface Props {
  /** Of the address, where the chosen words stand with commas between. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Some of a few words. */
export const WordsFilter = ({ name, label, options }: Props) => {
  const { query, change } = useAddress();
  const known = new Set(options.map((option) => option.value));
  const chosen = (query[name] ?? '').split(',').filter((word) => known.has(word));
  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length === 0 ? 'Any' : undefined}
      data={options}
      value={chosen}
      onChange={(words) => change({ [name]: words.join(',') || undefined })}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
      comboboxProps={{ shadow: 'md' }}
    />
  );
};
