import { useState } from 'react';
import { Button, Stack, Text } from '@mantine/core';
import { useAddress } from '../../elements/use-address.ts';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import type { RowsProps, Sorting } from './column.ts';
import { RowCards } from './row-cards.tsx';
import { RowTable } from './row-table.tsx';
import { readSorting, sortingText, sortRows } from './sort-rows.ts';

interface Props<Row> extends Omit<RowsProps<Row>, 'sorting' | 'onSort'> {
  /** Where the address says nothing. */
  readonly usual: Sorting;
}

/** Cards are longer than rows. */
const FIRST = { table: 25, cards: 10 };
const MORE = 100;

/** Rows sorted as the address says, some at a time, as a table or as cards. */
export const Rows = <Row,>({ usual, ...list }: Props<Row>) => {
  const { query, change } = useAddress();
  const isNarrow = useIsNarrow();
  const [more, setMore] = useState(0);
  const shown = more + (isNarrow ? FIRST.cards : FIRST.table);
  const sorting = readSorting(query['sort'], list.columns, usual);
  const sorted = sortRows(list.rows, list.columns, sorting);
  const onSort = (next: Sorting): void => {
    const isUsual = sortingText(next) === sortingText(usual);
    change({ sort: isUsual ? undefined : sortingText(next) });
  };
  const List = isNarrow ? RowCards : RowTable;
  const left = sorted.length - shown;
  return (
    <Stack gap="sm" align="stretch">
      <List {...list} rows={sorted.slice(0, shown)} sorting={sorting} onSort={onSort} />
      {left > 0 && (
        <Stack gap={4} align="center">
          <Button variant="default" size="xs" onClick={() => setMore(more + MORE)}>
            Show {Math.min(left, MORE)} more
          </Button>
          <Text size="xs" c="dimmed" role="status">
            {shown} of {sorted.length} are shown
          </Text>
        </Stack>
      )}
    </Stack>
  );
};
