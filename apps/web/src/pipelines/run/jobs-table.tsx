import { Table } from '@mantine/core';
import { durationText } from '../duration-text.ts';
import { OutsideLink } from '../outside-link.tsx';
import { OutsideText } from '../outside-text.tsx';
import { RunStatus } from '../run-status.tsx';
import type { PlacedJob } from './lay-out-jobs.ts';
import classes from './jobs-table.module.css';

/** The figures behind the waterfall. */
export const JobsTable = ({ jobs }: { jobs: readonly PlacedJob[] }) => (
  <div className={classes.frame} tabIndex={0} role="region" aria-label="Jobs of this run, as a table">
    <Table verticalSpacing="xs" className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Job</Table.Th>
          <Table.Th scope="col">Status</Table.Th>
          <Table.Th scope="col">Stage</Table.Th>
          <Table.Th scope="col">Runner</Table.Th>
          <Table.Th scope="col" className={classes.number}>
            Queue
          </Table.Th>
          <Table.Th scope="col" className={classes.number}>
            Duration
          </Table.Th>
          <Table.Th scope="col">Critical path</Table.Th>
          <Table.Th scope="col">CI</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {jobs.map(({ job, isCritical }) => (
          <Table.Tr key={job.externalId}>
            <Table.Th scope="row" className={classes.name}>
              <OutsideText>{job.name}</OutsideText>
            </Table.Th>
            <Table.Td>
              <RunStatus run={job} />
            </Table.Td>
            <Table.Td>
              <OutsideText>{job.stage ?? '—'}</OutsideText>
            </Table.Td>
            <Table.Td>
              <OutsideText>{job.runner ?? '—'}</OutsideText>
            </Table.Td>
            <Table.Td className={classes.number}>{durationText(job.queueSeconds)}</Table.Td>
            <Table.Td className={classes.number}>{durationText(job.durationSeconds)}</Table.Td>
            <Table.Td>{isCritical ? 'yes' : 'no'}</Table.Td>
            <Table.Td>
              <OutsideLink url={job.url} label={`Open ${job.name} in CI`} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </div>
);
