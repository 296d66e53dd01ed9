import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../elements/panel.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { durationText } from '../duration-text.ts';
import { RunStatus } from '../run-status.tsx';
import classes from './side-table.module.css';
import type { RunDetail } from './use-run.ts';

/** The other attempts of the same run. */
export const AttemptsPanel = ({ run }: { run: RunDetail }) => (
  <Panel title="Other attempts">
    {run.attempts.length === 0 ? (
      <Text c="dimmed" size="sm">
        This is the only attempt.
      </Text>
    ) : (
      <Table className={classes.table} verticalSpacing="xs" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Attempt</Table.Th>
            <Table.Th scope="col">Status</Table.Th>
            <Table.Th scope="col">Duration</Table.Th>
            <Table.Th scope="col">Finished</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {run.attempts.map((one) => (
            <Table.Tr key={one.runId}>
              <Table.Th scope="row">
                <Link to="/pipelines/runs/$run" params={{ run: one.runId }}>
                  Attempt {one.attempt}
                </Link>
              </Table.Th>
              <Table.Td>
                <RunStatus run={one} />
              </Table.Td>
              <Table.Td>{durationText(one.durationSeconds)}</Table.Td>
              <Table.Td>
                {one.finishedAt === null ? '—' : <TimeStamp at={one.finishedAt} as="relative" />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    )}
  </Panel>
);
