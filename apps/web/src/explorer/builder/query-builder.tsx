import { Button, Collapse, Group, Paper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Icon } from '../../elements/icon.tsx';
import type { Explorer } from '../use-explorer.ts';
import { FilterFields } from './filter-fields.tsx';
import { MetricsField } from './metrics-field.tsx';
import { OptionFields } from './option-fields.tsx';
import classes from './query-builder.module.css';
import { ScopeFields } from './scope-fields.tsx';

const withCount = (label: string, count: number): string => (count > 0 ? `${label} (${count})` : label);

/** All that a query is made of. It is asked at every change. */
export const QueryBuilder = ({ explorer }: { readonly explorer: Explorer }) => {
  const { state, change } = explorer;
  const filters = Object.keys(state.filters).length;
  const options =
    state.rolling.length +
    state.events.length +
    [state.isCompared, state.fill, state.timezone].filter(Boolean).length;
  const [areFilters, filterSwitch] = useDisclosure(filters > 0);
  const [areOptions, optionSwitch] = useDisclosure(false);
  return (
    <Paper component="section" aria-label="Query" withBorder p="md" className={classes.builder}>
      <MetricsField explorer={explorer} />
      <ScopeFields explorer={explorer} />
      <Group gap="xs">
        <Button
          variant={areFilters ? 'light' : 'default'}
          size="xs"
          leftSection={<Icon name="filter" size={14} />}
          aria-expanded={areFilters}
          onClick={filterSwitch.toggle}
        >
          {withCount('Filters', filters)}
        </Button>
        <Button
          variant={areOptions ? 'light' : 'default'}
          size="xs"
          leftSection={<Icon name="settings" size={14} />}
          aria-expanded={areOptions}
          onClick={optionSwitch.toggle}
        >
          {withCount('Options', options)}
        </Button>
        {filters > 0 && (
          <Button variant="subtle" size="xs" onClick={() => change({ filters: {} })}>
            Clear filters
          </Button>
        )}
      </Group>
      <Collapse expanded={areFilters}>
        <FilterFields explorer={explorer} />
      </Collapse>
      <Collapse expanded={areOptions}>
        <OptionFields explorer={explorer} />
      </Collapse>
    </Paper>
  );
};
