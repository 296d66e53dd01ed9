import { Table } from '@mantine/core';
import { operationsOf } from './operations-of.ts';
import type { TokenUsage } from './use-tokens.ts';

/** What was called, how often, and how often it failed. */
export const OperationTable = ({ days }: { days: TokenUsage['days'] }) => (
  <Table verticalSpacing={6}>
    <Table.Caption className="visually-hidden">Calls by operation</Table.Caption>
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">Operation</Table.Th>
        <Table.Th scope="col" ta="end">
          Calls
        </Table.Th>
        <Table.Th scope="col" ta="end">
          Failed
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {operationsOf(days).map(({ operation, calls, failures }) => (
        <Table.Tr key={operation}>
          <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
            {operation}
          </Table.Th>
          <Table.Td ta="end" className="numbers">
            {calls.toLocaleString()}
          </Table.Td>
          <Table.Td ta="end" className="numbers">
            {failures === 0 ? '–' : failures.toLocaleString()}
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
