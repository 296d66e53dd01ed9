import { Table, UnstyledButton } from '@mantine/core';
import type { SortBy, Sorting } from './sort-tokens.ts';
import { nextSorting, SORTS } from './sort-tokens.ts';
import classes from './sort-head.module.css';

interface Props {
  readonly by: SortBy;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** The head of a column that sorts by it; at a second press the other way. */
export const SortHead = ({ by, sorting, onSort }: Props) => {
  const isActive = sorting.by === by;
  const { label, more }: { label: string; more?: string } = SORTS[by];
  return (
    <Table.Th scope="col" aria-sort={isActive ? (sorting.isDown ? 'descending' : 'ascending') : undefined}>
      <UnstyledButton
        className={classes.head}
        data-active={isActive || undefined}
        onClick={() => onSort(nextSorting(by, sorting))}
      >
        {label}
        {more !== undefined && <span className="visually-hidden"> {more}</span>}{' '}
        <span aria-hidden>{isActive ? (sorting.isDown ? '↓' : '↑') : '↕'}</span>
      </UnstyledButton>
    </Table.Th>
  );
};
