import { Text } from '@mantine/core';
import classes from './changed-fields.module.css';
import { fieldOf } from './workload-file.ts';

interface Props {
  readonly id: string;
  readonly changed: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value || '(empty)' : JSON.stringify(value, null, 2);

/** What would become different of one workload, field by field. */
export const ChangedFields = ({ id, changed, before, after }: Props) => (
  <div className={classes.workload}>
    <Text fw={600} size="sm" className={classes.name}>
      {id}
    </Text>
    {changed.map((field) => (
      <div key={field} className={classes.field} role="group" aria-label={`${field} of ${id}`}>
        <Text size="xs" c="dimmed" className={classes.label}>
          {field}
        </Text>
        <del className={classes.before}>
          <span className="visually-hidden">before: </span>
          {textOf(fieldOf(before, field))}
        </del>
        <ins className={classes.after}>
          <span className="visually-hidden">after: </span>
          {textOf(fieldOf(after, field))}
        </ins>
      </div>
    ))}
  </div>
);
