import { Select, TagsInput } from '@mantine/core';
import type { Filters } from '@codemetrics/contracts';
import { LIST_FILTERS } from '../state/explorer-state.ts';
import type { ListFilter } from '../state/explorer-state.ts';
import { isFilterOf } from '../state/grouping.ts';
import { joinTags, splitTags } from '../state/tag-filters.ts';
import type { Explorer } from '../use-explorer.ts';
import classes from './query-builder.module.css';
import { suggestionsOf } from './suggestions.ts';

const LABELS: Readonly<Record<ListFilter, string>> = {
  repositories: 'Repositories',
  repositoryGroups: 'Repository groups',
  jobs: 'Jobs',
  branches: 'Branches',
  stages: 'Stages',
  environments: 'Environments',
  sources: 'Sources',
};
const ACTORS = [
  { value: 'human', label: 'People' },
  { value: 'bot', label: 'Bots' },
  { value: 'all', label: 'People and bots' },
];
const MOST_SUGGESTIONS = 50;

const withFilter = (filters: Filters, name: keyof Filters, value: unknown): Filters => {
  const { [name]: _before, ...rest } = filters;
  return value === undefined || (Array.isArray(value) && value.length === 0)
    ? rest
    : { ...rest, [name]: value };
};

/** What narrows the rows that count; only what every chosen metric knows. */
export const FilterFields = ({ explorer }: { readonly explorer: Explorer }) => {
  const { config, state, change } = explorer;
  const { filters } = state;
  const metrics = config.queries.filter((metric) => state.metrics.some((one) => one.id === metric.id));
  const workloads = config.workloads.filter(
    ({ id }) => state.workloads.length === 0 || state.workloads.includes(id),
  );
  const suggestions = suggestionsOf(workloads, config.features.sources);
  const set = (name: keyof Filters, value: unknown): void =>
    change({ filters: withFilter(filters, name, value) });
  return (
    <div className={classes.fields} role="group" aria-label="Filters">
      {LIST_FILTERS.filter((filter) => metrics.every((metric) => isFilterOf(metric, filter))).map(
        (filter) => (
          <TagsInput
            key={filter}
            label={LABELS[filter]}
            placeholder={filters[filter] ? '' : 'Any'}
            data={suggestions[filter]}
            value={filters[filter] ?? []}
            onChange={(values) => set(filter, values)}
            limit={MOST_SUGGESTIONS}
            splitChars={[]}
            acceptValueOnBlur
            clearable
            clearButtonProps={{ 'aria-label': `Clear ${LABELS[filter].toLowerCase()}` }}
            comboboxProps={{ shadow: 'md' }}
          />
        ),
      )}
      <TagsInput
        label="Tags of workloads"
        placeholder={filters.tags ? '' : 'key:value'}
        data={suggestions.tags}
        value={splitTags(filters.tags)}
        onChange={(words) => set('tags', joinTags(words))}
        splitChars={[]}
        acceptValueOnBlur
        clearable
        clearButtonProps={{ 'aria-label': 'Clear tags' }}
        comboboxProps={{ shadow: 'md' }}
      />
      {metrics.every((metric) => metric.actors !== null) && (
        <Select
          label="Actors"
          placeholder="As the metric has it"
          data={ACTORS}
          value={filters.actors ?? null}
          onChange={(value) => set('actors', value ?? undefined)}
          clearable
          clearButtonProps={{ 'aria-label': 'Clear actors' }}
          comboboxProps={{ shadow: 'md' }}
        />
      )}
    </div>
  );
};
