import { Table } from '@mantine/core';
import { formatCalendarDate } from '../elements/format-time.ts';
import { TimeStamp } from '../elements/time-stamp.tsx';
import type { Ending } from './endings.ts';
import { TokenSubject } from './token-subject.tsx';

/** The days on which tokens end, each with its tokens. */
export const EndingList = ({ endings }: { endings: readonly Ending[] }) => (
  <Table verticalSpacing="xs">
    <Table.Caption className="visually-hidden">When tokens end</Table.Caption>
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">Day</Table.Th>
        <Table.Th scope="col">Token</Table.Th>
        <Table.Th scope="col">Ends</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {endings.flatMap(({ day, tokens }) =>
        tokens.map((token, place) => (
          <Table.Tr key={token.tokenId}>
            {place === 0 && (
              <Table.Th scope="rowgroup" rowSpan={tokens.length} style={{ verticalAlign: 'top' }}>
                {formatCalendarDate(day)}
              </Table.Th>
            )}
            <Table.Td>
              <TokenSubject token={token} />
            </Table.Td>
            <Table.Td>
              <TimeStamp at={token.expires} as="relative" />
            </Table.Td>
          </Table.Tr>
        )),
      )}
    </Table.Tbody>
  </Table>
);
