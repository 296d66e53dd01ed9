import { Group, MultiSelect, Select } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { Icon } from '../elements/icon.tsx';
import { SearchField } from './search-field.tsx';
import { SortSelect } from './sort-select.tsx';
import { tagWord } from './tag-words.ts';
import type { Choices } from './use-choices.ts';

interface Props {
  readonly choices: Choices;
  readonly metrics: readonly Metric[];
  /** Every tag by key, with its values. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** Where the table's heads are missing, the order is chosen here. */
  readonly isNarrow: boolean;
}

/** Which workloads are shown, and in which order and groups. */
export const OverviewToolbar = ({ choices, metrics, tags, isNarrow }: Props) => (
  <Group gap="sm" align="flex-start">
    <SearchField value={choices.search} onSearch={choices.chooseSearch} />
    {tags.size > 0 && (
      <>
        <MultiSelect
          aria-label="Filter by tag"
          placeholder={choices.tags.length === 0 ? 'Filter by tag' : ''}
          leftSection={<Icon name="filter" size={16} />}
          w={{ base: '100%', xs: 260 }}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Clear the tags' }}
          nothingFoundMessage="No such tag"
          limit={200}
          data={[...tags].map(([key, values]) => ({
            group: key,
            items: values.map((value) => ({
              value: tagWord({ key, value }),
              label: tagWord({ key, value }),
            })),
          }))}
          value={[...choices.tags]}
          onChange={choices.chooseTags}
        />
        <Select
          aria-label="Group by tag"
          placeholder="Group by tag"
          leftSection={<Icon name="layers" size={16} />}
          w={{ base: '100%', xs: 240 }}
          clearable
          clearButtonProps={{ 'aria-label': 'Don’t group' }}
          data={[...tags.keys()].map((key) => ({ value: key, label: `Group by ${key}` }))}
          value={choices.group}
          onChange={choices.chooseGroup}
        />
      </>
    )}
    {isNarrow && <SortSelect metrics={metrics} sorting={choices.sorting} onSort={choices.chooseSorting} />}
  </Group>
);
