import { Table } from '@mantine/core';
import type { WeekHour } from './week-hours.ts';
import { dayName, DAYS, HOURS, hourText } from './week-hours.ts';
import classes from './week-table.module.css';

/** The commits of every hour of the week, as figures. */
export const WeekTable = ({ hours }: { hours: readonly WeekHour[] }) => (
  <div
    className={classes.frame}
    tabIndex={0}
    role="region"
    aria-label="Commits by hour of the week, as a table"
  >
    <Table className={classes.table} withColumnBorders>
      <Table.Caption className="visually-hidden">
        Commits by hour and day of the week, those outside of working hours in brackets
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Hour</Table.Th>
          {Array.from({ length: DAYS }, (_, day) => (
            <Table.Th key={day} scope="col">
              {dayName(day, 'short')}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {Array.from({ length: HOURS }, (_, hour) => (
          <Table.Tr key={hour}>
            <Table.Th scope="row">{hourText(hour)}</Table.Th>
            {hours
              .filter((one) => one.hour === hour)
              .map(({ day, commits, outside }) => (
                <Table.Td key={day}>
                  {commits}
                  {outside > 0 && ` (${outside})`}
                </Table.Td>
              ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </div>
);
