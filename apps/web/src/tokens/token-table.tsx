import { Table, Text } from '@mantine/core';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { SortHead } from './sort-head.tsx';
import { SubjectText } from './subject-text.tsx';
import { TokenActions } from './token-actions.tsx';
import { TokenCalls } from './token-calls.tsx';
import { TokenExpiry } from './token-expiry.tsx';
import { TokenGrant } from './token-grant.tsx';
import type { TokenListProps } from './token-list.ts';
import { TokenStatus } from './token-status.tsx';
import { TokenSubject } from './token-subject.tsx';
import classes from './token-table.module.css';
import { TokenUse } from './token-use.tsx';

/** One row a token; for wide windows. */
export const TokenTable = ({ rows, sorting, onSort, onAction }: TokenListProps) => (
  <div className={classes.frame}>
    <Table className={classes.table} verticalSpacing="sm" horizontalSpacing="xs">
      <Table.Caption className="visually-hidden">Service tokens</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <SortHead by="subject" sorting={sorting} onSort={onSort} />
          <Table.Th scope="col">
            Scopes<span className="visually-hidden"> and workloads</span>
          </Table.Th>
          <SortHead by="created" sorting={sorting} onSort={onSort} />
          <SortHead by="expires" sorting={sorting} onSort={onSort} />
          <SortHead by="used" sorting={sorting} onSort={onSort} />
          <SortHead by="calls" sorting={sorting} onSort={onSort} />
          <Table.Th scope="col">Status</Table.Th>
          <Table.Th scope="col">
            <span className="visually-hidden">Actions</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.token.tokenId}>
            <Table.Th scope="row" className={classes.subject}>
              <TokenSubject token={row.token} />
            </Table.Th>
            <Table.Td className={classes.grant}>
              <TokenGrant token={row.token} />
            </Table.Td>
            <Table.Td className={classes.created}>
              <TimeStamp at={row.token.created} as="date" />
              <Text span size="xs" c="dimmed" display="block">
                by <SubjectText text={row.token.createdBy} />
              </Text>
            </Table.Td>
            <Table.Td>
              <TokenExpiry token={row.token} />
            </Table.Td>
            <Table.Td>
              <TokenUse token={row.token} />
            </Table.Td>
            <Table.Td>
              <TokenCalls calls={row.calls} />
            </Table.Td>
            <Table.Td>
              <TokenStatus row={row} />
            </Table.Td>
            <Table.Td className={classes.actions}>
              <TokenActions token={row.token} onAction={onAction} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </div>
);
