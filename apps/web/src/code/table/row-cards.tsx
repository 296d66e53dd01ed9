import { Button, Group, Paper, Select } from '@mantine/core';
import type { RowsProps } from './column.ts';
import classes from './row-cards.module.css';
import { nextSorting } from './sort-rows.ts';

/** One card each; for windows too narrow for the table. */
export const RowCards = <Row,>({ caption, columns, rows, keyOf, sorting, onSort }: RowsProps<Row>) => {
  const [first, ...figures] = columns;
  const isDown = sorting.direction === 'desc';
  return (
    <div className={classes.list}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          label={`Sort ${caption.toLowerCase()} by`}
          className={classes.by}
          data={columns.flatMap(({ name, title, value }) => (value ? [{ value: name, label: title }] : []))}
          value={sorting.by}
          onChange={(name) => {
            const column = columns.find((one) => one.name === name);
            if (column) onSort(nextSorting(column, rows, sorting));
          }}
          allowDeselect={false}
        />
        <Button
          variant="default"
          onClick={() => onSort({ ...sorting, direction: isDown ? 'asc' : 'desc' })}
          aria-label={`Turn the order round, now ${isDown ? 'descending' : 'ascending'}`}
        >
          <span aria-hidden>{isDown ? '↓' : '↑'}</span>
        </Button>
      </Group>
      <ul className={classes.cards} aria-label={caption}>
        {rows.map((row) => (
          <Paper component="li" key={keyOf(row)} withBorder p="md" className={classes.card}>
            <div className={classes.name}>{first?.cell(row)}</div>
            <dl className={classes.figures}>
              {figures.map(({ name, title, cell }) => (
                <div key={name}>
                  <dt>{title}</dt>
                  <dd>{cell(row)}</dd>
                </div>
              ))}
            </dl>
          </Paper>
        ))}
      </ul>
    </div>
  );
};
