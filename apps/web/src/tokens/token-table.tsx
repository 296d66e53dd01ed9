import { Table, Text } from '@mantine/core';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { TokenActions } from './token-actions.tsx';
import { TokenExpiry } from './token-expiry.tsx';
import { TokenGrant } from './token-grant.tsx';
import type { TokenListProps } from './token-list.ts';
import { TokenSubject } from './token-subject.tsx';
import classes from './token-table.module.css';
import { TokenUse } from './token-use.tsx';

/** One row a token; for wide windows. */
export const TokenTable = ({ tokens, onAction }: TokenListProps) => (
  <div className={classes.frame}>
    <Table className={classes.table} verticalSpacing="sm" horizontalSpacing="md">
      <Table.Caption className="visually-hidden">Service tokens</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Subject</Table.Th>
          <Table.Th scope="col">Scopes and workloads</Table.Th>
          <Table.Th scope="col">Created</Table.Th>
          <Table.Th scope="col">Expires</Table.Th>
          <Table.Th scope="col">Last used</Table.Th>
          <Table.Th scope="col">
            <span className="visually-hidden">Actions</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map((token) => (
          <Table.Tr key={token.tokenId}>
            <Table.Th scope="row" className={classes.subject}>
              <TokenSubject token={token} />
            </Table.Th>
            <Table.Td className={classes.grant}>
              <TokenGrant token={token} />
            </Table.Td>
            <Table.Td>
              <TimeStamp at={token.created} as="date" />
              <Text size="xs" c="dimmed">
                by {token.createdBy}
              </Text>
            </Table.Td>
            <Table.Td>
              <TokenExpiry token={token} />
            </Table.Td>
            <Table.Td>
              <TokenUse token={token} />
            </Table.Td>
            <Table.Td>
              <TokenActions token={token} onAction={onAction} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </div>
);
