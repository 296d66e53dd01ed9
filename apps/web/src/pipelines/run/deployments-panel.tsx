import { Badge, Table, Text } from '@mantine/core';
import { Panel } from '../../elements/panel.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { OutsideLink } from '../outside-link.tsx';
import { OutsideText } from '../outside-text.tsx';
import classes from './side-table.module.css';
import type { RunDetail } from './use-run.ts';

/** The deployments of the run's commit that finished after it had begun. */
export const DeploymentsPanel = ({ run }: { run: RunDetail }) => (
  <Panel title="Deployments that followed">
    {run.deployments.length === 0 ? (
      <Text c="dimmed" size="sm">
        No deployment of this commit is known.
      </Text>
    ) : (
      <Table className={classes.table} verticalSpacing="xs" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Environment</Table.Th>
            <Table.Th scope="col">Status</Table.Th>
            <Table.Th scope="col">Finished</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {run.deployments.map((one) => (
            <Table.Tr key={one.deploymentId}>
              <Table.Th scope="row">
                <OutsideText>{one.environment}</OutsideText>{' '}
                {one.production && (
                  <Badge size="sm" variant="default" radius="sm" tt="none">
                    production
                  </Badge>
                )}{' '}
                <OutsideLink url={one.url} label={`Open the deployment to ${one.environment}`} />
              </Table.Th>
              <Table.Td>{one.status}</Table.Td>
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
