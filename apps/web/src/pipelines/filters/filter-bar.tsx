import type { ReactNode } from 'react';
import { Button, Collapse, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Icon } from '../../elements/icon.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import classes from './filter-bar.module.css';

interface Props {
  /** What of the address its fields change. */
  readonly names: readonly string[];
  readonly children: ReactNode;
}

/** Fields that narrow what a screen shows; a narrow window unfolds them. */
export const FilterBar = ({ names, children }: Props) => {
  const { query, change } = useAddress();
  const isNarrow = useIsNarrow();
  const [isOpen, { toggle }] = useDisclosure();
  const used = names.filter((name) => (query[name] ?? '') !== '');
  const clear = used.length > 0 && (
    <Button
      variant="subtle"
      size="sm"
      className={classes.clear}
      leftSection={<Icon name="close" size={14} />}
      onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}
    >
      Clear filters
    </Button>
  );
  const fields = (
    <div className={classes.fields} role="group" aria-label="Filters">
      {children}
      {!isNarrow && clear}
    </div>
  );
  if (!isNarrow) return fields;
  return (
    <div>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<Icon name="filter" size={16} />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {used.length > 0 ? `Filters (${used.length})` : 'Filters'}
        </Button>
        {clear}
      </Group>
      <Collapse expanded={isOpen} mt="sm">
        {fields}
      </Collapse>
    </div>
  );
};
