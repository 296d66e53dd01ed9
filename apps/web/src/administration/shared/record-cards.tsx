import { Group, Paper, Title } from '@mantine/core';
import classes from './record-cards.module.css';
import type { RecordListProps } from './record-list.tsx';

/** One card a record; for windows too narrow for the table. */
export const RecordCards = <Row,>({ label, rows, columns, rowKey, actions }: RecordListProps<Row>) => {
  const [name, ...others] = columns;
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => (
        <Paper component="li" key={rowKey(row)} withBorder p="md" className={classes.card}>
          <Group justify="space-between" align="flex-start" wrap="nowrap">
            <Title order={2} size="md" className={classes.name}>
              {name.cell(row)}
            </Title>
            {actions?.(row)}
          </Group>
          <dl className={classes.facts}>
            {others.map((column) => (
              <div key={column.label}>
                <dt>{column.label}</dt>
                <dd className={column.isNumber ? 'numbers' : undefined}>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
        </Paper>
      ))}
    </ul>
  );
};
